package kikkake.local.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kikkake.event.ItemId;
import kikkake.recommend.Basket;
import kikkake.recommend.PurchaseModel;
import kikkake.recommend.Shopper;
import kikkake.recommend.Today;

/** The three contests about purchases. */
final class PurchaseContests {
  private static final PurchaseModel.Task NEXT = PurchaseModel.Task.NEXT_BASKET;
  private static final PurchaseModel.Task NEW = PurchaseModel.Task.NEW_ITEMS;

  private PurchaseContests() {}

  /** What is in the first basket after the cut? */
  static Contest<Shopper> nextBasket(PurchaseData data) {
    Cases<Shopper> cases = new Cases<>(data.known());
    for (PurchaseData.Person person : asked(data)) {
      cases.add(person.history(), truth(person), Set.of());
    }
    return new Contest<>(
        "next-basket",
        Metric.RECALL_10,
        facts(data, cases),
        cases,
        List.of(
            Contestant.ours(
                () -> ranker(data, PurchaseModel.learn(data.training(), today(data)), NEXT)),
            Contestant.baseline(
                "popularity",
                () -> {
                  Popular popular = data.popular();
                  return (shopper, k) -> popular.list(k, Set.of());
                }),
            Contestant.baseline("personal frequency", () -> new PersonalFrequency(data.popular())),
            Contestant.baseline("cosine", () -> ranker(data, cosine(data), NEXT)),
            Contestant.baseline("ridge", () -> ranker(data, ridge(data), NEXT))));
  }

  /** What is new to the person in the first basket after the cut? */
  static Contest<Shopper> newItems(PurchaseData data) {
    Cases<Shopper> cases = new Cases<>(data.known());
    for (PurchaseData.Person person : asked(data)) {
      cases.add(person.history(), truth(person), person.owned());
    }
    return new Contest<>(
        "new-items",
        Metric.RECALL_10,
        facts(data, cases),
        cases,
        List.of(
            Contestant.ours(
                () -> ranker(data, PurchaseModel.learn(data.training(), today(data)), NEW)),
            Contestant.baseline(
                "popularity",
                () -> {
                  Popular popular = data.popular();
                  return (shopper, k) -> popular.list(k, owned(shopper));
                }),
            Contestant.baseline("cosine", () -> ranker(data, cosine(data), NEW)),
            Contestant.baseline("ridge", () -> ranker(data, ridge(data), NEW))));
  }

  /**
   * What else is in a basket?
   *
   * @param seed of the choice of the item that is hidden
   */
  static Contest<List<ItemId>> complement(PurchaseData data, long seed) {
    Set<ItemId> known = data.known();
    Cases<List<ItemId>> cases = new Cases<>(known);
    for (PurchaseData.Person person : data.people()) {
      for (Basket basket : person.future()) {
        List<ItemId> rest =
            new ArrayList<>(basket.items().stream().filter(known::contains).sorted().toList());
        if (rest.size() >= 2) {
          ItemId hidden = rest.remove(hidden(person.id(), basket.day(), rest.size(), seed));
          cases.add(List.copyOf(rest), Set.of(hidden), Set.copyOf(rest));
        }
      }
    }
    return new Contest<>(
        "complement",
        Metric.HR_10,
        facts(data, cases),
        cases,
        List.of(
            Contestant.ours(() -> PurchaseModel.learn(data.training(), today(data))::complete),
            Contestant.baseline(
                "popularity",
                () -> {
                  Popular popular = data.popular();
                  return (rest, k) -> popular.list(k, rest);
                }),
            Contestant.baseline("cosine", () -> cosine(data)::complete),
            Contestant.baseline("ridge", () -> ridge(data)::complete)));
  }

  private static Ranker<Shopper> ranker(
      PurchaseData data, PurchaseModel model, PurchaseModel.Task task) {
    Today today = today(data);
    return (shopper, k) -> model.rank(shopper, today, task, k);
  }

  private static PurchaseModel cosine(PurchaseData data) {
    return PurchaseModel.byCosine(data.training(), today(data));
  }

  private static PurchaseModel ridge(PurchaseData data) {
    return PurchaseModel.byRidge(data.training(), today(data));
  }

  private static Today today(PurchaseData data) {
    return data.dated() ? Today.of(data.today()) : Today.UNKNOWN;
  }

  /** By the basket itself, so that it does not hang on which other baskets there are. */
  private static int hidden(String person, int day, int size, long seed) {
    long basket = 31L * person.hashCode() + day;
    return Chance.of(seed ^ (basket * 0x9E3779B97F4A7C15L)).nextInt(size);
  }

  /** Who can be asked about: who bought before, and bought again. */
  private static List<PurchaseData.Person> asked(PurchaseData data) {
    return data.people().stream()
        .filter(person -> person.history().baskets().size() >= data.leastBaskets())
        .filter(person -> !person.future().isEmpty())
        .toList();
  }

  private static Set<ItemId> truth(PurchaseData.Person person) {
    return new HashSet<>(person.future().getFirst().items());
  }

  private static Set<ItemId> owned(Shopper shopper) {
    Set<ItemId> owned = new HashSet<>();
    shopper.baskets().forEach(basket -> owned.addAll(basket.items()));
    return owned;
  }

  private static <Q> Map<String, Long> facts(PurchaseData data, Cases<Q> cases) {
    Map<String, Long> facts = new LinkedHashMap<>();
    List<Shopper> training = data.training();
    facts.put("cases", (long) cases.list().size());
    facts.put("right items", cases.list().stream().mapToLong(one -> one.truth().size()).sum());
    facts.put("right items unknown to training", (long) cases.unknown());
    facts.put("training customers", (long) training.size());
    facts.put(
        "training baskets", training.stream().mapToLong(shopper -> shopper.baskets().size()).sum());
    facts.put("training items", (long) cases.known().size());
    facts.put("lines left out", data.leftOut());
    return facts;
  }
}
