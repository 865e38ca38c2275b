package kikkake.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kikkake.recommend.PurchaseModel;
import kikkake.recommend.PurchaseModel.Task;
import kikkake.recommend.SessionModel;
import kikkake.recommend.Today;
import org.junit.jupiter.api.Test;

/**
 * The protocols and baselines on public data, against figures that were computed independently; and
 * that our own recommenders reach their bars.
 */
class RealDataTest {
  private static final Path ORDERS = Path.of("../shared/data/online_retail/online_retail.csv.gz");
  private static final Path CLICKS = Path.of("../shared/data/serenade_example/train.txt.gz");
  private static final Path TEST = Path.of("../shared/data/serenade_example/test.txt.gz");

  private static final String OURS = "kikkake";

  private static Report.Row row(Report report, String name) {
    return report.rows().stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
  }

  /** Runs a contest once: ours, and those of the others that are looked at. */
  private static <Q> Report run(Contest<Q> contest, Ranker<Q> ours, String... others) {
    List<Contestant<Q>> contestants =
        Stream.concat(
                Stream.of(Contestant.ours(() -> ours)),
                contest.contestants().stream().filter(one -> List.of(others).contains(one.name())))
            .toList();
    return new Contest<>(
            contest.protocol(), contest.main(), contest.facts(), contest.cases(), contestants)
        .run(1, System::nanoTime);
  }

  @Test
  void findsTheKnownCasesAndBaselinesOfOnlineRetailAndReachesOurFigures() throws IOException {
    assumeTrue(Files.exists(ORDERS), "the real orders are not there: " + ORDERS);
    PurchaseData data = OrdersFile.read(ORDERS, LocalDate.parse("2011-11-01"), new Complaints());
    Today today = Today.of(data.today());
    // One for all three, since to choose its parameters takes longest.
    PurchaseModel ours = PurchaseModel.learn(data.training(), today);

    Report nextBasket =
        run(
            PurchaseContests.nextBasket(data),
            (shopper, k) -> ours.rank(shopper, today, Task.NEXT_BASKET, k),
            "popularity",
            "personal frequency");

    assertThat(nextBasket.facts())
        .containsEntry("training baskets", 13_590L)
        .containsEntry("training customers", 3_970L)
        .containsEntry("training items", 3_607L)
        .containsEntry("cases", 1_198L)
        .containsEntry("right items", 29_719L - 261)
        .containsEntry("right items unknown to training", 261L);
    assertThat(row(nextBasket, "popularity").mean(Metric.RECALL_10)).isEqualTo(.0457, within(1e-4));
    assertThat(row(nextBasket, "personal frequency").mean(Metric.RECALL_10))
        .isEqualTo(.1885, within(1e-4));
    assertThat(row(nextBasket, "personal frequency").mean(Metric.NDCG_10))
        .isEqualTo(.3132, within(1e-4));
    assertThat(row(nextBasket, OURS).mean(Metric.RECALL_10)).isGreaterThanOrEqualTo(.190);
    assertThat(row(nextBasket, OURS).mean(Metric.NDCG_10)).isGreaterThanOrEqualTo(.320);

    Report newItems =
        run(
            PurchaseContests.newItems(data),
            (shopper, k) -> ours.rank(shopper, today, Task.NEW_ITEMS, k),
            "popularity");
    assertThat(newItems.facts()).containsEntry("cases", 1_081L);
    assertThat(row(newItems, "popularity").mean(Metric.RECALL_10)).isEqualTo(.0250, within(1e-4));
    assertThat(row(newItems, OURS).mean(Metric.RECALL_10)).isGreaterThanOrEqualTo(.065);

    Report complement = run(PurchaseContests.complement(data, 1), ours::complete);
    assertThat(complement.facts()).containsEntry("cases", 2_962L);
    assertThat(row(complement, OURS).mean(Metric.HR_10)).isGreaterThanOrEqualTo(.32);
  }

  @Test
  void findsThePublishedQualityOfVmisKnnOnItsOwnExampleAndReachesIt() throws IOException {
    assumeTrue(Files.exists(CLICKS), "the real clicks are not there: " + CLICKS);

    ViewData data = ClicksFile.read(CLICKS, TEST);
    SessionModel ours = SessionModel.learn(data.training());

    Report report = run(ViewContest.of(data), ours::next, "VMIS-kNN");

    assertThat(report.facts()).containsEntry("cases", 931L);
    assertThat(row(report, "VMIS-kNN").mean(Metric.HR_20)).isEqualTo(.6423, within(1e-4));
    assertThat(row(report, "VMIS-kNN").mean(Metric.MRR_20)).isEqualTo(.3293, within(1e-3));
    assertThat(row(report, OURS).mean(Metric.HR_20)).isGreaterThanOrEqualTo(.640);
    assertThat(row(report, OURS).mean(Metric.MRR_20)).isGreaterThanOrEqualTo(.328);
  }
}
