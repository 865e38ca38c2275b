package kikkake.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people of the sample shop choose, and what they take with it. */
final class SampleBasket {
  /** Bought by the piece, the pair or the five, as sets are in Japan. */
  private static final Set<String> SETS = Set.of("yunomi", "kumidashi", "reicha-glass", "mamezara");

  private final List<SampleItem> items;
  private final SampleStock stock;
  private final Dice dice;

  SampleBasket(List<SampleItem> items, SampleStock stock, Dice dice) {
    this.items = items;
    this.stock = stock;
    this.dice = dice;
  }

  /** Something on the site that the person may like, perhaps sold out. */
  SampleItem choose(@Nullable SamplePerson person, int month) {
    SampleItem chosen =
        dice.pick(
            items,
            item ->
                !stock.isPublished(item)
                    ? 0
                    : person == null ? 1 : person.wish(item.family(), month));
    if (chosen == null) {
      throw new IllegalStateException("The sample shop has nothing on its site");
    }
    return chosen;
  }

  /** The tea that the person drinks every day. */
  SampleItem tea(SamplePerson person, int month) {
    SampleItem tea =
        dice.pick(
            items,
            item -> {
              SampleItem.Family family = item.family();
              boolean daily =
                  family.usedUp() && !family.seasonal() && !family.category().equals("菓子");
              return daily ? person.wish(family, month) : 0;
            });
    if (tea == null) {
      throw new IllegalStateException("The sample shop has no tea");
    }
    return tea;
  }

  /** What somebody looks at after an item: another colour, something that goes with it, or else. */
  SampleItem next(SampleItem item, @Nullable SamplePerson person, int month) {
    if (dice.percent(35)) {
      return other(item);
    }
    if (dice.percent(45)) {
      SampleItem.Companion companion =
          dice.pick(item.family().companions(), SampleItem.Companion::percent);
      SampleItem found = companion == null ? null : of(companion.family());
      if (found != null) {
        return found;
      }
    }
    return choose(person, month);
  }

  private SampleItem other(SampleItem item) {
    SampleItem found = of(item.family().code());
    return found == null ? item : found;
  }

  private @Nullable SampleItem of(String family) {
    return dice.pick(
        items, item -> item.family().code().equals(family) && stock.isPublished(item) ? 1 : 0);
  }

  /** An item, what goes with it, and how many of each. */
  Map<SampleItem, Integer> fill(SampleItem first) {
    Map<SampleItem, Integer> basket = new LinkedHashMap<>();
    basket.put(first, quantity(first));
    for (SampleItem.Companion companion : first.family().companions()) {
      if (dice.percent(companion.percent())) {
        SampleItem item = of(companion.family());
        if (item != null) {
          basket.put(item, quantity(item));
        }
      }
    }
    return basket;
  }

  private int quantity(SampleItem item) {
    if (SETS.contains(item.family().code())) {
      return dice.pick(List.of(1, 1, 2, 2, 2, 5));
    }
    return item.family().usedUp() ? dice.pick(List.of(1, 1, 1, 1, 2, 3)) : 1;
  }
}
