package kikkake.recommend;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kikkake.event.ItemId;

/**
 * What a ranking needs to know of the shop as a whole.
 *
 * @param popular items, those first that were in the most baskets of the last 90 days; at most
 *     {@value #MOST}
 * @param rates of those items
 * @param chosen by what the lists and the mixing were chosen, for people to read
 */
public record ShopFacts(
    Mixing mixing, List<ItemId> popular, Map<ItemId, ItemRate> rates, String chosen) {
  /** So many items fit into one row, and have rates; the others hardly sell. */
  static final int MOST = 2_000;

  /** Of a shop that was never rebuilt. */
  public static final ShopFacts NONE = new ShopFacts(Mixing.DEFAULT, List.of(), Map.of(), "");

  public ShopFacts {
    popular = List.copyOf(popular);
    rates = Map.copyOf(rates);
  }

  /** Of a shop of which only the popular items are known. */
  public static ShopFacts of(List<ItemId> popular) {
    return new ShopFacts(
        Mixing.DEFAULT,
        popular,
        popular.stream().collect(Collectors.toMap(item -> item, item -> ItemRate.UNKNOWN)),
        "");
  }

  ItemRate rate(ItemId item) {
    return rates.getOrDefault(item, ItemRate.UNKNOWN);
  }

  ShopFacts with(Mixing other) {
    return new ShopFacts(other, popular, rates, chosen);
  }

  /** The same, with what it was chosen by, for people to read. */
  public ShopFacts chosenBy(String other) {
    return new ShopFacts(mixing, popular, rates, other);
  }
}
