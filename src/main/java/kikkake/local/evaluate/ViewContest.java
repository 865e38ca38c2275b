package kikkake.local.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kikkake.event.ItemId;
import kikkake.recommend.SessionModel;

/** What is looked at next? */
final class ViewContest {
  private ViewContest() {}

  static Contest<List<ItemId>> of(ViewData data) {
    Cases<List<ItemId>> cases = new Cases<>(data.known());
    for (ViewData.Step step : data.steps()) {
      cases.addWhole(step.prefix(), Set.of(step.next()));
    }
    Map<String, Long> facts = new LinkedHashMap<>();
    facts.put("cases", (long) cases.list().size());
    facts.put("right items unknown to training", (long) cases.unknown());
    facts.put("training sessions", (long) data.training().size());
    facts.put("training items", (long) cases.known().size());
    return new Contest<>(
        "next-view",
        Metric.HR_20,
        facts,
        cases,
        List.of(
            Contestant.ours(() -> SessionModel.learn(data.training())::next),
            Contestant.baseline(
                "popularity",
                () -> {
                  Popular popular = Popular.of(data.known(), data.lately());
                  return (prefix, k) -> popular.list(k, List.of(prefix.getLast()));
                }),
            Contestant.baseline("cosine", () -> SessionModel.byCosine(data.training())::next),
            Contestant.baseline("VMIS-kNN", () -> new VmisKnn(data.training()))));
  }
}
