package kikkake.local.evaluate;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kikkake.event.ItemId;
import kikkake.recommend.AfterBrowsing;
import kikkake.recommend.Basket;
import kikkake.recommend.PurchaseModel;
import kikkake.recommend.SessionModel;
import kikkake.recommend.Today;

/** Somebody looked around: what is bought in the days after? */
final class RetargetContest {
  private RetargetContest() {}

  static Contest<Browsing> of(RetargetData data) {
    Cases<Browsing> cases = new Cases<>(known(data));
    for (RetargetData.Person person : data.people()) {
      cases.add(person.before(), new HashSet<>(person.bought()), Set.of());
    }
    Map<String, Long> facts = new LinkedHashMap<>();
    facts.put("cases", (long) cases.list().size());
    facts.put("right items", cases.list().stream().mapToLong(one -> one.truth().size()).sum());
    facts.put("right items unknown to training", (long) cases.unknown());
    facts.put("training customers", (long) data.shoppers().size());
    facts.put("training visits", (long) data.visits().size());
    facts.put("training items", (long) cases.known().size());
    facts.put("looks and orders", data.events());
    facts.put("lines left out", data.leftOut());
    return new Contest<>(
        "retarget",
        Metric.RECALL_10,
        facts,
        cases,
        List.of(
            Contestant.ours(() -> ours(data)),
            Contestant.baseline(
                "popularity",
                () -> {
                  Popular popular = popular(data);
                  return (browsing, k) -> popular.list(k, Set.of());
                }),
            Contestant.baseline(
                "personal frequency",
                () -> {
                  PersonalFrequency frequency = new PersonalFrequency(popular(data));
                  return (browsing, k) -> frequency.rank(browsing.bought(), k);
                }),
            Contestant.baseline("last looked at", () -> new LastLookedAt(popular(data))),
            Contestant.baseline(
                "VMIS-kNN",
                () -> {
                  VmisKnn similar = new VmisKnn(data.visits());
                  return (browsing, k) -> similar.rank(browsing.items(), k);
                })));
  }

  private static Ranker<Browsing> ours(RetargetData data) {
    Today today = Today.of(Basket.dayOf(data.cut()));
    AfterBrowsing model =
        new AfterBrowsing(
            SessionModel.learn(data.visits()), PurchaseModel.learn(data.shoppers(), today));
    return (browsing, k) ->
        model.rank(browsing.looks(), browsing.bought(), browsing.now(), today, k);
  }

  private static Set<ItemId> known(RetargetData data) {
    Set<ItemId> known = new HashSet<>();
    data.visits().forEach(known::addAll);
    data.shoppers().stream()
        .flatMap(shopper -> shopper.baskets().stream())
        .forEach(basket -> known.addAll(basket.items()));
    return known;
  }

  /** By the last days of purchases. */
  private static Popular popular(RetargetData data) {
    int cut = Basket.dayOf(data.cut());
    return Popular.of(
        known(data),
        data.shoppers().stream()
            .flatMap(shopper -> shopper.baskets().stream())
            .filter(basket -> basket.day() >= cut - Popular.DAYS)
            .map(Basket::items)
            .toList());
  }
}
