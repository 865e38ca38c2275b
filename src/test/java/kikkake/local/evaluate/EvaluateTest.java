package kikkake.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import kikkake.event.EventJson;
import kikkake.local.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class EvaluateTest {
  private static final String HEADER =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

  private static final String ORDERS =
      HEADER
          + "1,10,tea,1,2011-01-01 10:00:00,2,anna,UK\n"
          + "1,11,cup,1,2011-01-01 10:00:00,2,anna,UK\n"
          + "2,10,tea,1,2011-01-05 10:00:00,2,anna,UK\n"
          + "3,12,pot,1,2011-01-06 10:00:00,2,ben,UK\n"
          + "4,10,tea,1,2011-02-02 10:00:00,2,anna,UK\n"
          + "5,12,pot,1,2011-02-02 18:00:00,2,anna,UK\n"
          + "5,99,new,1,2011-02-02 18:00:00,2,anna,UK\n"
          + "6,11,cup,1,2011-02-03 10:00:00,2,anna,UK\n"
          + "7,11,cup,1,2011-02-03 10:00:00,2,ben,UK\n";

  private static final String BASKETS =
      """
      {"user":"u1","history":[["a","b"],["a"]],"future":["a","c"]}
      {"user":2,"history":[[3],["c","c"],[]],"future":[]}
      {"user":"u3","history":[],"future":["b"]}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder = Path.of("");

  private int run(String... args) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(args);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** What a command prints with {@code --json}. */
  private JsonNode json(String... args) {
    String[] all = Arrays.copyOf(args, args.length + 1);
    all[args.length] = "--json";
    assertThat(run(all)).as(err.toString()).isZero();
    return EventJson.parse(out.toString());
  }

  private static JsonNode row(JsonNode report, String name) {
    return StreamSupport.stream(report.path("recommenders").spliterator(), false)
        .filter(row -> row.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void assertRefused(String... mentions) {
    assertThat(err.toString().strip().lines()).hasSize(1);
    assertThat(err.toString()).startsWith("kikkake: ").contains(mentions);
  }

  private JsonNode orders(String protocol, String text) throws IOException {
    return json("evaluate", protocol, "--orders", file("o.csv", text), "--cut", "2011-02-01");
  }

  @Test
  void asksForTheFirstDayAfterTheCutOfWhoBoughtOnTwoDaysBefore() throws IOException {
    JsonNode report = orders("next-basket", ORDERS);

    // Ben bought on one day only. Anna's day has tea and pot; nobody can know item 99.
    assertThat(report.at("/data/cases").asInt()).isEqualTo(1);
    assertThat(report.at("/data/rightItems").asInt()).isEqualTo(2);
    assertThat(report.at("/data/rightItemsUnknownToTraining").asInt()).isEqualTo(1);
    assertThat(report.at("/data/trainingBaskets").asInt()).isEqualTo(3);
    assertThat(report.path("mainMetric").asText()).isEqualTo("recall@10");
    // Tea twice, then cup and pot once each, by popularity and id: hits at places 1 and 3.
    JsonNode frequency = row(report, "personal frequency");
    assertThat(frequency.path("recall@10").asDouble()).isEqualTo(1);
    assertThat(frequency.path("ndcg@10").asDouble())
        .isEqualTo(1.5 / 1.6309297535714573, within(1e-9));
    assertThat(frequency.path("coverage@20").asDouble()).isEqualTo(1);
  }

  @Test
  void leavesOutWhatTheCustomerHasForNewItems() throws IOException {
    JsonNode report = orders("new-items", ORDERS);

    // Tea and cup are Anna's; only the pot is left to list, and to find.
    assertThat(report.at("/data/rightItems").asInt()).isEqualTo(1);
    assertThat(row(report, "popularity").path("MRR@20").asDouble()).isEqualTo(1);
    assertThat(row(report, "popularity").path("coverage@20").asDouble())
        .isEqualTo(1.0 / 3, within(1e-9));
  }

  @Test
  void hidesOneItemOfABasketWithTwoKnownItems() throws IOException {
    JsonNode report = orders("complement", ORDERS);

    // Only Anna's day of tea and pot; one of cup and the hidden one comes first.
    assertThat(report.at("/data/cases").asInt()).isEqualTo(1);
    assertThat(report.path("mainMetric").asText()).isEqualTo("HR@10");
    assertThat(row(report, "popularity").path("HR@10").asDouble()).isEqualTo(1);
  }

  @Test
  void doesNotTakeRefundsFeesGiftsAndGuestsForPurchases() throws IOException {
    JsonNode report =
        orders(
            "next-basket",
            ORDERS
                + "C8,13,bowl,-1,2011-01-08 10:00:00,2,anna,UK\n"
                + "9,POST,post,1,2011-01-08 10:00:00,2,anna,UK\n"
                + "10,14,gift,1,2011-01-08 10:00:00,0,anna,UK\n"
                + "11,15,lost,-1,2011-01-08 10:00:00,2,anna,UK\n"
                + "12,16,jar,1,2011-01-08 10:00:00,2,,UK\n");

    assertThat(report.at("/data/trainingItems").asInt()).isEqualTo(3);
    assertThat(report.at("/data/trainingBaskets").asInt()).isEqualTo(3);
    assertThat(report.at("/data/linesLeftOut").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8,13,bowl,many,2011-01-08 10:00:00,2,anna,UK",
        "8,13,bowl,1,yesterday,2,anna,UK",
        "8,13,bowl,1,2011-01-08 10:00:00,cheap,anna,UK",
        "8,13,bowl",
        "8,,bowl,1,2011-01-08 10:00:00,2,anna,UK"
      })
  void leavesOutAnOrderLineThatCannotBeUnderstoodAndSaysWhich(String line) throws IOException {
    JsonNode report = orders("next-basket", ORDERS + line + "\n");

    assertThat(report.at("/data/linesLeftOut").asInt()).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains("o.csv line 11");
  }

  @Test
  void refusesOrdersOfWhichNothingIsBeforeTheCut() throws IOException {
    String orders = file("o.csv", ORDERS);

    assertThat(run("evaluate", "next-basket", "--orders", orders, "--cut", "2010-01-01"))
        .isEqualTo(2);
    assertRefused("o.csv", "before the cut, 2010-01-01");
  }

  @Test
  void saysWhereThereIsNobodyToAskAbout() throws IOException {
    String orders = file("o.csv", ORDERS);

    assertThat(run("evaluate", "next-basket", "--orders", orders, "--cut", "2012-01-01"))
        .isEqualTo(2);
    assertRefused("no case for next-basket");
  }

  @Test
  void countsPopularityOverTheLastNinetyDays() throws IOException {
    String old =
        """
        90,12,pot,1,2010-06-01 10:00:00,2,cleo,UK
        91,12,pot,1,2010-06-02 10:00:00,2,cleo,UK
        92,12,pot,1,2010-06-03 10:00:00,2,cleo,UK
        """;
    JsonNode report = orders("next-basket", ORDERS + old);

    // Tea leads with two days of late; the pot's four of all time would put it first.
    assertThat(row(report, "popularity").path("MRR@20").asDouble()).isEqualTo(1);
    assertThat(row(report, "popularity").path("ndcg@10").asDouble())
        .isEqualTo(1.5 / 1.6309297535714573, within(1e-9));
  }

  @Test
  void readsBasketsAsJsonLines() throws IOException {
    JsonNode report = json("evaluate", "next-basket", "--baskets", file("b.jsonl", BASKETS));

    // u3 has no history to go by, and the second person no future.
    assertThat(report.at("/data/cases").asInt()).isEqualTo(1);
    assertThat(report.at("/data/trainingBaskets").asInt()).isEqualTo(4);
    assertThat(row(report, "personal frequency").path("recall@10").asDouble()).isEqualTo(1);
    assertThat(row(report, "personal frequency").path("MRR@20").asDouble()).isEqualTo(1);
  }

  @Test
  void readsGzippedBasketsAndPrintsATable() throws IOException {
    Path zipped = folder.resolve("b.jsonl.gz");
    try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      stream.write(BASKETS.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(run("evaluate", "complement", "--baskets", zipped.toString())).isZero();
    assertThat(out.toString())
        .contains("complement: 1 cases", "popularity", "HR@10", "coverage@20", "p99 ms");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"user\":\"u\"|JSON",
        "[1,2]|JSON",
        "{\"user\":\"u\",\"future\":[\"a\"]}|history: is required",
        "{\"user\":\"u\",\"history\":\"a\"}|history: must be a list",
        "{\"user\":\"u\",\"history\":[\"a\"]}|history[0]: must be a list",
        "{\"user\":\"u\",\"history\":[[\"a\",null]]}|history[0][1]",
        "{\"user\":\"u\",\"history\":[[\"a\",1.5]]}|history[0][1]",
        "{\"user\":\"u\",\"history\":[[\"\"]]}|history[0][0]",
        "{\"user\":\"u\",\"history\":[],\"future\":[[\"a\"]]}|future[0]",
        "{\"user\":{},\"history\":[]}|user"
      })
  void refusesABasketLineAndNamesItsField(String line, String field) throws IOException {
    String baskets = file("b.jsonl", BASKETS + line + "\n");

    assertThat(run("evaluate", "next-basket", "--baskets", baskets)).isEqualTo(2);
    assertRefused("b.jsonl line 4", field, "mend or remove");
  }

  @Test
  void refusesAFileThatIsCutShort() throws IOException {
    Path broken = folder.resolve("b.jsonl.gz");
    Files.write(broken, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 1});

    assertThat(run("evaluate", "next-basket", "--baskets", broken.toString())).isEqualTo(2);
    assertRefused("b.jsonl.gz", "gzip");
  }

  @Test
  void needsOneKindOfInput() throws IOException {
    String baskets = file("b.jsonl", BASKETS);
    assertThat(run("evaluate", "next-basket")).isEqualTo(2);
    assertThat(run("evaluate", "new-items", "--orders", file("o.csv", ORDERS))).isEqualTo(2);
    assertThat(run("evaluate", "complement", "--baskets", baskets, "--cut", "2011-01-01"))
        .isEqualTo(2);
    assertThat(run("evaluate", "next-view", "--sessions", baskets)).isEqualTo(2);
    assertThat(err.toString().lines())
        .hasSize(4)
        .allMatch(line -> line.startsWith("kikkake: ") && line.contains("--"));
  }

  @Test
  void foretellsTheNextItemOfASession() throws IOException {
    String sessions = file("s.txt", "a b\na b\nx y\n");
    String cases = file("c.txt", "a\tb\nx y\tnever-seen\n");

    JsonNode report = json("evaluate", "next-view", "--sessions", sessions, "--cases", cases);

    assertThat(report.at("/data/cases").asInt()).isEqualTo(2);
    assertThat(report.path("mainMetric").asText()).isEqualTo("HR@20");
    assertThat(row(report, "VMIS-kNN").path("HR@20").asDouble()).isEqualTo(0.5);
    assertThat(row(report, "popularity").path("MRR@20").asDouble()).isEqualTo(0.5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"a b|case", "a\tb\tc|case", "a\tb c|next id", "\tb|prefix", "a\t|next id"})
  void refusesACaseAndNamesItsField(String line, String field) throws IOException {
    String sessions = file("s.txt", "a b\n");
    String cases = file("c.txt", "a\tb\n" + line + "\n");

    assertThat(run("evaluate", "next-view", "--sessions", sessions, "--cases", cases)).isEqualTo(2);
    assertRefused("c.txt line 2", field);
  }

  @Test
  void putsClicksInTheOrderOfTime() throws IOException {
    String train = file("t.tsv", "SessionId\tItemId\tTime\n1\tb\t20\n1\ta\t10\n2\tx\t5.5\n");
    String test = file("e.tsv", "Time\tSessionId\tItemId\n9\t7\tb\n8\t7\ta\n1\t8\ta\n");

    JsonNode report = json("evaluate", "next-view", "--clicks", train, "--test", test);

    assertThat(report.at("/data/cases").asInt()).isEqualTo(1);
    assertThat(row(report, "VMIS-kNN").path("MRR@20").asDouble()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1\ta|columns",
        "1\ta\tnoon|Time",
        "1\ta\t-1|Time",
        "1\ta\t1592337718000|Time",
        "\ta\t1|SessionId",
        "1\t\t1|ItemId"
      })
  void refusesAClickAndNamesItsField(String line, String field) throws IOException {
    String train = file("t.tsv", "SessionId\tItemId\tTime\n1\ta\t10\n" + line + "\n");

    assertThat(run("evaluate", "next-view", "--clicks", train, "--test", train)).isEqualTo(2);
    assertRefused("t.tsv line 3", field);
  }

  @Test
  void refusesClicksWithoutAHeader() throws IOException {
    String train = file("t.tsv", "1\ta\t10\n");

    assertThat(run("evaluate", "next-view", "--clicks", train, "--test", train)).isEqualTo(2);
    assertRefused("t.tsv line 1", "SessionId");
  }

  private static String browsed(String name, String who, String item, String at) {
    return """
    {"detail-type":"%s","time":"%s","detail":{"type":"track","event":"%s",%s,"timestamp":"%s","properties":{"product_id":"%s"}}}
    """
        .formatted(name, at, name, who, at, item);
  }

  private static String bought(String order, String who, String item, String at) {
    return """
    {"detail-type":"Order Completed","time":"%s","detail":{"type":"track","event":"Order Completed",%s,"timestamp":"%s","properties":{"order_id":"%s","currency":"JPY","products":[{"product_id":"%s","quantity":1,"price":100}]}}}
    """
        .formatted(at, who, at, order, item);
  }

  private static final String ANNA = "\"userId\":\"anna\"";
  private static final String VISITOR = "\"anonymousId\":\"v1\"";

  private static final String EVENTS =
      browsed("Product Viewed", VISITOR, "tea", "2026-05-01T10:00:00Z")
          + browsed("Product Added", ANNA + "," + VISITOR, "cup", "2026-05-01T10:01:00Z")
          + browsed("Product Viewed", "\"userId\":\"ben\"", "pot", "2026-05-02T10:00:00Z")
          + bought("1", "\"userId\":\"cleo\"", "jar", "2026-05-03T10:00:00Z")
          + bought("2", ANNA, "tea", "2026-06-02T10:00:00Z")
          + bought("3", ANNA, "jar", "2026-06-09T10:00:00Z")
          + bought("4", "\"userId\":\"ben\"", "pot", "2026-06-08T00:00:00Z")
          + bought("5", "\"userId\":\"cleo\"", "pot", "2026-06-02T10:00:00Z");

  private JsonNode retarget(String events) throws IOException {
    return json(
        "evaluate",
        "retarget",
        "--events",
        file("e.jsonl", events),
        "--cut",
        "2026-06-01",
        "--horizon",
        "7");
  }

  @Test
  void foretellsWhatThoseWhoLookedAroundBuyWithinTheHorizon() throws IOException {
    JsonNode report = retarget(EVENTS);

    // Ben bought too late, and Cleo never looked. Anna saw the tea before she signed in, then a
    // cup.
    assertThat(report.at("/data/cases").asInt()).isEqualTo(1);
    assertThat(report.at("/data/rightItems").asInt()).isEqualTo(1);
    assertThat(row(report, "last looked at").path("MRR@20").asDouble()).isEqualTo(0.5);
    assertThat(row(report, "popularity").path("MRR@20").asDouble()).isEqualTo(0.25);
  }

  @Test
  void countsAnOrderThatArrivesTwiceOnce() throws IOException {
    JsonNode report =
        retarget(EVENTS + bought("1", "\"userId\":\"cleo\"", "jar", "2026-05-03T10:00:00Z"));

    assertThat(report.at("/data/looksAndOrders").asInt()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"detail\":{}}", "42"})
  void leavesOutAnEventThatCannotBeUnderstoodAndSaysWhich(String line) throws IOException {
    JsonNode report = retarget(EVENTS + line + "\n");

    assertThat(report.at("/data/linesLeftOut").asInt()).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains("e.jsonl line 9");
  }

  @Test
  void refusesAHorizonOfNoDays() throws IOException {
    String events = file("e.jsonl", EVENTS);

    assertThat(
            run(
                "evaluate",
                "retarget",
                "--events",
                events,
                "--cut",
                "2026-06-01",
                "--horizon",
                "0"))
        .isEqualTo(2);
    assertRefused("--horizon");
  }

  @Test
  void refusesADateThatIsNone() throws IOException {
    String orders = file("o.csv", ORDERS);

    assertThat(run("evaluate", "next-basket", "--orders", orders, "--cut", "November"))
        .isEqualTo(2);
    assertRefused("--cut");
  }
}
