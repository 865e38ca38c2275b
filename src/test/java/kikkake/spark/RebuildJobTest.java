package kikkake.spark;

import static kikkake.TestData.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import kikkake.event.CustomerId;
import kikkake.event.Purchased;
import kikkake.event.VisitorId;
import kikkake.event.Who;
import kikkake.history.DynamoHistory;
import kikkake.local.LocalDynamo;
import kikkake.recommend.DynamoItemLists;
import kikkake.recommend.Rebuild;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import kikkake.table.TestTable;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The real job on Spark in this process, from an export to DynamoDB Local over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebuildJobTest {
  private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
  private static final Map<String, String> SDK =
      Map.of("aws.region", "us-east-1", "aws.accessKeyId", "local", "aws.secretAccessKey", "local");
  private static final String ENDPOINT = "aws.endpointUrlDynamoDb";

  private final LocalDynamo dynamo = LocalDynamo.embedded();
  private final JavaSparkContext spark = LocalSpark.start();
  private static @TempDir Path folder;
  private Rebuild.Report inProcess;
  private String oneFunction;

  @BeforeAll
  void rebuildInProcess() throws IOException {
    SDK.forEach(System::setProperty);
    System.setProperty(ENDPOINT, dynamo.serve(0).toString());
    oneFunction = TestTable.createAndName(dynamo.client());
    DynamoTable table = table(oneFunction);
    DynamoHistory history = new DynamoHistory(table);
    shop().forEach(each -> history.add(each, Map.of("thank-you", "planned")));
    ExportedTable.write(rows(oneFunction), folder, 3);
    inProcess =
        new Rebuild(
                history,
                new DynamoItemLists(table, InstantSource.fixed(NOW)),
                InstantSource.fixed(NOW))
            .run();
  }

  @AfterAll
  void stop() {
    spark.close();
    dynamo.close();
    SDK.keySet().forEach(System::clearProperty);
    System.clearProperty(ENDPOINT);
  }

  private DynamoTable table(String name) {
    return new DynamoTable(dynamo.client(), name, new DynamoUsage());
  }

  /** A year of a shop with five kinds of customers, guests, a shelf bought empty, and tomorrow. */
  private static List<Purchased> shop() {
    SplittableRandom chance = new SplittableRandom(28);
    List<Purchased> orders = new ArrayList<>();
    for (int n = 0; n < 900; n++) {
      int customer = chance.nextInt(150);
      String[] items =
          IntStream.rangeClosed(0, chance.nextInt(5))
              .map(i ->
                  chance.nextInt(4) == 0
                      ? chance.nextInt(60)
                      : 12 * (customer % 5) + chance.nextInt(12))
              .mapToObj(i -> "item " + i)
              .toArray(String[]::new);
      Who who =
          n % 20 == 0 ? new Who(null, new VisitorId("v-" + n)) : Who.customer("c-" + customer);
      // Some customers order twice on a day.
      Duration ago = Duration.ofHours(n % 7 == 0 ? 600 : 1 + chance.nextInt(300 * 24));
      orders.add(purchase("o-" + n, items).by(who).at(NOW.minus(ago)).build());
    }
    String[] shelf = IntStream.range(0, 301).mapToObj(i -> "item " + i).toArray(String[]::new);
    orders.add(purchase("shelf", shelf).by(new CustomerId("reseller")).at(NOW).build());
    orders.add(purchase("later", "item of tomorrow").at(NOW.plusSeconds(1)).build());
    return orders;
  }

  /** What a rebuild writes. */
  private Map<String, Map<String, AttributeValue>> lists(String table) {
    Map<String, Map<String, AttributeValue>> lists = new HashMap<>();
    for (Map<String, AttributeValue> row : rows(table)) {
      String pk = Objects.requireNonNull(row.get("pk")).s();
      if (pk.startsWith("I#") || pk.equals("L")) {
        lists.put(pk, row);
      }
    }
    return lists;
  }

  private List<Map<String, AttributeValue>> rows(String table) {
    return dynamo.client().scanPaginator(r -> r.tableName(table)).items().stream().toList();
  }

  private Rebuild.Report run(String table, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("--export", folder.toString(), "--table", table, "--until", NOW.toString()));
    arguments.addAll(List.of(more));
    return new RebuildJob(spark, Arguments.parse(arguments.toArray(String[]::new))).run();
  }

  @Test
  void findsWhatOneFunctionFindsAndThenNothingMoreToWrite() {
    String cluster = TestTable.createAndName(dynamo.client());

    Rebuild.Report report = run(cluster);

    assertThat(report).isEqualTo(inProcess);
    assertThat(report.chosen()).contains("customers, recall@10");
    assertThat(lists(cluster)).hasSize(302).isEqualTo(lists(oneFunction));
    assertThat(run(cluster).rowsWritten()).isZero();
  }

  @Test
  void whereTheOrdersAreTooManyAShareOfThePeopleChooses() {
    String cluster = TestTable.createAndName(dynamo.client());

    Rebuild.Report report = run(cluster, "--sample-lines", "1800", "--write-units", "100000");

    assertThat(report.chosen()).contains("of the people").isNotEqualTo(inProcess.chosen());
    assertThat(report.items()).isEqualTo(inProcess.items());
    assertThat(lists(cluster)).hasSize(302);
  }

  @Test
  void anExportWithoutPurchasesChangesNothing() throws IOException {
    Path empty = folder.resolve("empty");
    ExportedTable.write(
        List.of(Map.of("pk", AttributeValue.fromS("C#a"), "sk", AttributeValue.fromS("A"))),
        empty,
        1);

    Arguments arguments =
        Arguments.parse("--export", empty + "/", "--table", "none", "--until", NOW.toString());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RebuildJob(spark, arguments).run())
        .withMessageContaining("--export has no purchases until 2026-11-22T18:00:00Z")
        .withMessageEndingWith(": " + empty + "/data");
  }
}
