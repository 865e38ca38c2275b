package kikkake.spark;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import kikkake.event.ItemId;
import kikkake.recommend.DynamoItemLists;
import kikkake.recommend.ItemLists;
import kikkake.recommend.ShopFacts;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Writes lists into the table from wherever a part of them is: only what differs, and slowly. */
final class ListWriter {
  private static final int ROWS_AT_ONCE = 100;
  private static final int MOST_TRIES = 10;
  private static final Duration LONGEST_TRY = Duration.ofSeconds(10);

  private final String table;
  private final double writeUnits;

  /**
   * A writer.
   *
   * @param writeUnits that it may consume in a second
   */
  ListWriter(String table, double writeUnits) {
    this.table = table;
    this.writeUnits = writeUnits;
  }

  /** Writes the rows that differ, and gives their number. */
  int write(Iterator<Map.Entry<ItemId, ItemLists.Row>> rows) {
    DynamoUsage usage = new DynamoUsage();
    Throttle throttle = new Throttle(writeUnits, System::nanoTime);
    int written = 0;
    try (DynamoDbClient client = client()) {
      DynamoItemLists lists = lists(client, usage);
      while (rows.hasNext()) {
        Map<ItemId, ItemLists.Row> some = new HashMap<>();
        while (rows.hasNext() && some.size() < ROWS_AT_ONCE) {
          Map.Entry<ItemId, ItemLists.Row> row = rows.next();
          some.put(row.getKey(), row.getValue());
        }
        written += lists.replace(some);
        Thread.sleep(throttle.pause(usage.writeUnits()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while writing the lists", e);
    }
    return written;
  }

  /** Writes the facts of the shop where they differ; gives 1 where they did. */
  int write(ShopFacts facts) {
    try (DynamoDbClient client = client()) {
      return lists(client, new DynamoUsage()).replace(facts);
    }
  }

  private DynamoItemLists lists(DynamoDbClient client, DynamoUsage usage) {
    return new DynamoItemLists(new DynamoTable(client, table, usage), InstantSource.system());
  }

  private static DynamoDbClient client() {
    return DynamoDbClient.builder()
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(o ->
            o.apiCallAttemptTimeout(LONGEST_TRY)
                .retryStrategy(retry -> retry.maxAttempts(MOST_TRIES)))
        .build();
  }
}
