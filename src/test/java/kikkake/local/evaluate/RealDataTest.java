package kikkake.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The protocols and baselines on public data, against figures that were computed independently. */
class RealDataTest {
  private static final Path ORDERS = Path.of("../shared/data/online_retail/online_retail.csv.gz");
  private static final Path CLICKS = Path.of("../shared/data/serenade_example/train.txt.gz");
  private static final Path TEST = Path.of("../shared/data/serenade_example/test.txt.gz");

  private static Report.Row row(Report report, String name) {
    return report.rows().stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void findsTheKnownCasesAndBaselinesOfOnlineRetail() throws IOException {
    assumeTrue(Files.exists(ORDERS), "the real orders are not there: " + ORDERS);
    PurchaseData data = OrdersFile.read(ORDERS, LocalDate.parse("2011-11-01"), new Complaints());

    Report nextBasket = PurchaseContests.nextBasket(data).run(1, System::nanoTime);

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
    Report newItems = PurchaseContests.newItems(data).run(1, System::nanoTime);
    assertThat(newItems.facts()).containsEntry("cases", 1_081L);
    assertThat(row(newItems, "popularity").mean(Metric.RECALL_10)).isEqualTo(.0250, within(1e-4));
    assertThat(PurchaseContests.complement(data, 1).facts()).containsEntry("cases", 2_962L);
  }

  @Test
  void findsThePublishedQualityOfVmisKnnOnItsOwnExample() throws IOException {
    assumeTrue(Files.exists(CLICKS), "the real clicks are not there: " + CLICKS);

    Report report = ViewContest.of(ClicksFile.read(CLICKS, TEST)).run(1, System::nanoTime);

    assertThat(report.facts()).containsEntry("cases", 931L);
    assertThat(row(report, "VMIS-kNN").mean(Metric.HR_20)).isEqualTo(.6423, within(1e-4));
    assertThat(row(report, "VMIS-kNN").mean(Metric.MRR_20)).isEqualTo(.3293, within(1e-3));
  }
}
