package kikkake.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import kikkake.event.EventJson;
import kikkake.event.Identified;
import kikkake.event.Purchased;
import kikkake.event.Refunded;
import kikkake.event.ShopEvent;
import org.junit.jupiter.api.Test;

/** The whole of a real file of orders, where it is at hand. */
class OnlineRetailTest {
  private static final Path REAL = Path.of("../shared/data/online_retail/online_retail.csv.gz");

  @Test
  void readsTheWholeOfOnlineRetail() throws IOException {
    assumeTrue(Files.exists(REAL), () -> "skipped: the data set is not at " + REAL);

    long start = System.nanoTime();
    OrdersCsv.Result result = OrdersCsv.read(REAL);
    Duration taken = Duration.ofNanos(System.nanoTime() - start);

    assertThat(result.counts())
        .isEqualTo(new OrdersCsv.Counts(541_909, 18_532, 1_428, 3_654, 4_338, 3_938));
    assertThat(OrdersFile.of(result, Purchased.class)).hasSize(18_532 + 1_428);
    assertThat(OrdersFile.of(result, Refunded.class)).hasSize(3_654);
    assertThat(OrdersFile.of(result, Identified.class)).hasSize(4_338);
    assertThat(result.rejected().keySet())
        .isEqualTo(
            Set.of("quantity-not-positive", "price-not-positive", "refund-without-customer"));
    assertThat(result.events()).isSortedAccordingTo(Comparator.comparing(ShopEvent::occurredAt));
    assertThat(taken).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void readsNothingFromOnlineRetailThatTheContractRefuses() throws IOException {
    assumeTrue(Files.exists(REAL), () -> "skipped: the data set is not at " + REAL);

    for (ShopEvent event : OrdersCsv.read(REAL).events()) {
      assertThat(EventJson.read(EventWriter.write(event))).containsExactly(event);
    }
  }

  @Test
  void knowsEveryCountryOfOnlineRetail() throws IOException {
    assumeTrue(Files.exists(REAL), () -> "skipped: the data set is not at " + REAL);

    try (var reader =
        new java.io.BufferedReader(
            new java.io.InputStreamReader(
                new GZIPInputStream(Files.newInputStream(REAL)),
                java.nio.charset.StandardCharsets.UTF_8))) {
      assertThat(
              reader
                  .lines()
                  .skip(1)
                  .map(line -> line.substring(line.lastIndexOf(',') + 1))
                  .distinct()
                  .filter(country -> CountryHabits.of(country).zone() == null)
                  .collect(Collectors.toSet()))
          .containsExactlyInAnyOrder("European Community", "Unspecified");
    }
  }
}
