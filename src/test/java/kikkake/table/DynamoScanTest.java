package kikkake.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** A table of several pages in each of its parts. */
class DynamoScanTest {
  private static final int ROWS = 400;
  private static final List<String> PREFIXES = List.of("E#", "B");

  private final String name = TestTable.createAndName();
  private final DynamoUsage usage = new DynamoUsage();
  private final DynamoTable table = new DynamoTable(TestTable.client(), name, usage);

  @BeforeEach
  void fill() {
    List<DynamoRow> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      String sk = List.of("E#1", "B", "A").get(i % 3);
      rows.add(DynamoRow.of(new DynamoKey("C#" + i / 3, sk)).text("x", "k".repeat(20_000)));
    }
    table.putAll(rows);
  }

  private List<String> oneAfterTheOther() {
    List<String> keys = new ArrayList<>();
    table.scan(PREFIXES, row -> keys.add(row.key().toString()));
    return keys;
  }

  @Test
  void partsHandOnEachRowOnceAsOneScanDoes() {
    long before = usage.requests();
    List<String> keys = new ArrayList<>();

    table.scanInParts(PREFIXES, row -> () -> keys.add(row.key().toString()));

    assertThat(usage.requests() - before).as("pages").isGreaterThanOrEqualTo(2 * 4);
    assertThat(keys)
        .hasSize(267)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(oneAfterTheOther());
  }

  @Test
  void severalThreadsPrepareAndOneAtATimeTakesOver() {
    Set<Thread> preparing = ConcurrentHashMap.newKeySet();
    AtomicInteger inside = new AtomicInteger();
    List<Integer> together = new ArrayList<>();

    table.scanInParts(
        PREFIXES,
        row -> {
          preparing.add(Thread.currentThread());
          return () -> {
            together.add(inside.incrementAndGet());
            LockSupport.parkNanos(100_000);
            inside.decrementAndGet();
          };
        });

    assertThat(preparing).hasSize(4).doesNotContain(Thread.currentThread());
    assertThat(together).hasSize(267).containsOnly(1);
  }

  @Test
  void aPartThatFailsEndsAllWithItsCauseAndNothingComesAfterwards() throws InterruptedException {
    DynamoDbException cause =
        ProvisionedThroughputExceededException.builder().message("busy").build();
    DynamoTable failing = failing(2, cause);
    AtomicInteger taken = new AtomicInteger();

    assertThatThrownBy(() -> failing.scanInParts(PREFIXES, row -> taken::incrementAndGet))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A segment of the table was not read to its end")
        .hasCause(cause);

    int before = taken.get();
    Thread.sleep(100);
    assertThat(taken).hasValue(before).hasValueLessThan(267);
  }

  @Test
  void aRowThatCannotBeReadEndsAll() {
    IllegalStateException cause = new IllegalStateException("Row C#7 E#1 has no at");

    assertThatThrownBy(() ->
            table.scanInParts(
                PREFIXES,
                row -> {
                  if (row.key().toString().contains("C#7")) {
                    throw cause;
                  }
                  return () -> {};
                }))
        .hasCause(cause);
  }

  @Test
  void whoIsInterruptedStaysInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> table.scanInParts(PREFIXES, row -> () -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Interrupted while reading the table");

    assertThat(Thread.interrupted()).isTrue();
  }

  /** A table on which the second page of a segment fails. */
  private DynamoTable failing(int segment, DynamoDbException failure) {
    return new DynamoTable(
        new ForwardingDynamo(TestTable.client()) {
          @Override
          public ScanResponse scan(ScanRequest request) {
            if (request.hasExclusiveStartKey() && segment == request.segment()) {
              throw failure;
            }
            return super.scan(request);
          }
        },
        name,
        usage);
  }
}
