package kikkake.local;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.NOON;
import static kikkake.TestData.contact;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import kikkake.customer.DynamoCustomers;
import kikkake.customer.DynamoTombstones;
import kikkake.customer.DynamoTraces;
import kikkake.customer.Erasure;
import kikkake.customer.SecretHash;
import kikkake.mail.DynamoSettings;
import kikkake.mail.LiveSettings;
import kikkake.mail.Settings;
import kikkake.mail.SettingsChanges;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import kikkake.template.Publication;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder = Path.of("");

  private int run(String... args) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(args);
  }

  @Test
  void saysWhatItCanDoWithoutAnArgument() {
    assertThat(run()).isZero();
    assertThat(out.toString())
        .contains(
            "demo",
            "serve",
            "replay",
            "rebuild",
            "settings",
            "erase",
            "sending",
            "why",
            "simulate",
            "evaluate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "serve",
        "replay",
        "rebuild",
        "settings",
        "erase",
        "sending",
        "why",
        "simulate",
        "evaluate"
      })
  void explainsEveryCommand(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString()).contains("Usage: kikkake " + command);
  }

  @Test
  void answersAWrongOptionInOneLine() {
    assertThat(run("replay", "--oops")).isEqualTo(2);
    assertOneLine("--oops");
  }

  @Test
  void answersAFileThatIsNotThereInOneLine() {
    assertThat(run("replay", "--orders", folder.resolve("no.csv").toString())).isEqualTo(2);
    assertOneLine("no.csv");
  }

  @Test
  void answersAFolderInOneLine() {
    assertThat(run("replay", "--events", folder.toString())).isEqualTo(2);
    assertOneLine("not a file");
  }

  @Test
  void answersAFileWithoutAnEventInOneLine() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.jsonl"), "\n");
    assertThat(run("replay", "--events", empty.toString())).isEqualTo(2);
    assertOneLine("no event");
  }

  @Test
  void answersAFileThatIsNotGzipInOneLine() throws IOException {
    Path broken = folder.resolve("broken.jsonl.gz");
    Files.write(broken, new byte[] {0x1f, (byte) 0x8b, 1, 2, 3});
    assertThat(run("replay", "--events", broken.toString())).isEqualTo(2);
    assertOneLine("broken.jsonl.gz");
  }

  @Test
  void answersOrdersWithoutAColumnInOneLine() throws IOException {
    Path orders =
        Files.writeString(folder.resolve("o.csv"), "InvoiceNo,StockCode,Description\n1,2,3\n");
    assertThat(run("replay", "--orders", orders.toString())).isEqualTo(2);
    assertOneLine("Quantity");
  }

  @Test
  void answersAWrongInstantInOneLine() {
    assertThat(run("replay", "--orders", "x.csv", "--until", "tomorrow")).isEqualTo(2);
    assertOneLine("--until");
  }

  @Test
  void doesNotCompareAReplayWithTheFolderThatItOverwrites() throws IOException {
    Path events = Files.writeString(folder.resolve("events.jsonl"), "{}\n");
    Files.writeString(folder.resolve("decisions.jsonl"), "");
    String out = folder.toString();
    assertThat(
            run(
                "replay",
                "--events",
                events.toString(),
                "--out",
                out,
                "--diff",
                out + "/../" + folder.getFileName()))
        .isEqualTo(2);
    assertOneLine("--diff");
  }

  @Test
  void replaysAFileOfEvents() throws IOException {
    Path events = folder.resolve("events.jsonl");
    Files.write(
        events, SampleShop.arrivals(5).subList(0, 200).stream().map(Arrival::message).toList());
    assertThat(
            run("replay", "--events", events.toString(), "--out", folder.toString(), "--no-mails"))
        .as(err.toString())
        .isZero();
    assertThat(out.toString()).contains("thank-you", "events a second");
    assertThat(folder.resolve("summary.json")).exists();
    assertThat(folder.resolve("outbox")).doesNotExist();
  }

  @Test
  void endsWithOneWhereAMailWentAgainstTheLimits() throws IOException {
    Path events = folder.resolve("events.jsonl");
    Files.write(
        events, SampleShop.arrivals(5).subList(0, 800).stream().map(Arrival::message).toList());
    String data = folder.resolve("data").toString();
    String[] replay = {
      "replay",
      "--events",
      events.toString(),
      "--out",
      folder.toString(),
      "--no-mails",
      "--data",
      data
    };
    assertThat(run(replay)).as(err.toString()).isZero();
    assertThat(out.toString()).contains("limits: 0 above the caps, 0 outside the hours");

    try (LocalDynamo dynamo = LocalDynamo.embedded(Path.of(data))) {
      DynamoTable table = new DynamoTable(dynamo.client(), LocalTable.NAME, new DynamoUsage());
      DynamoSettings settings = new DynamoSettings(table, InstantSource.system());
      new SettingsChanges(settings)
          .change(
              Settings.of(Map.of("cap.day", "0")),
              settings.live(),
              new SettingsChanges.Hand("sato", Instant.EPOCH, ""));
    }

    assertThat(run(replay)).isEqualTo(1);
    assertThat(out.toString())
        .containsPattern("limits: [1-9][0-9]* above the caps")
        .containsPattern("above the caps: [a-z-]+ of customer ");
  }

  @Test
  void changesSettingsWithoutADeployAndRefusesWrongOnes() {
    try (LocalDynamo dynamo = LocalDynamo.embedded()) {
      LocalTable.create(dynamo.client());
      List<String> table =
          List.of("settings", "--table", "kikkake", "--endpoint-url", dynamo.serve(0).toString());
      String[] change = {
        table.get(0),
        table.get(1),
        table.get(2),
        table.get(3),
        table.get(4),
        "recommendation.at=09:30"
      };
      assertThat(run(change)).as(err.toString()).isZero();
      assertThat(run(table.toArray(String[]::new))).isZero();
      assertThat(out.toString()).contains("recommendation.at=09:30", "thank-you.on=yes");
      LiveSettings live =
          new DynamoSettings(
                  new DynamoTable(dynamo.client(), LocalTable.NAME, new DynamoUsage()),
                  InstantSource.system())
              .live();
      assertThat(live.published().latestFirst())
          .extracting(Publication::by)
          .containsExactly(System.getProperty("user.name"));
      change[5] = "recommendation.at=late";
      assertThat(run(change)).isEqualTo(2);
      assertOneLine("recommendation.at");
    }
  }

  @Test
  void erasesACustomerOfTheLaptopAndRefusesAnIdThatCannotBe() {
    try (LocalDynamo dynamo = LocalDynamo.embedded()) {
      LocalTable.create(dynamo.client());
      DynamoTable table = new DynamoTable(dynamo.client(), LocalTable.NAME, new DynamoUsage());
      new DynamoCustomers(table).update(ANNA, known -> known.with(contact("a@b.jp"), NOON));
      String endpoint = dynamo.serve(0).toString();

      assertThat(run("erase", "anna", "--table", "kikkake", "--endpoint-url", endpoint))
          .as(err.toString())
          .isZero();
      assertThat(out.toString()).contains("Erased: 1 rows").doesNotContain("anna");
      assertThat(table.keys("C#anna")).isEmpty();
      assertThat(run("erase", " anna", "--table", "kikkake", "--endpoint-url", endpoint))
          .isEqualTo(2);
      assertOneLine("customer id");
    }
  }

  @Test
  void erasesNobodyWithAnotherKeyThanTheTables() {
    Assumptions.assumeTrue(System.getenv("KIKKAKE_TOMBSTONE_KEY") == null);
    try (LocalDynamo dynamo = LocalDynamo.embedded()) {
      LocalTable.create(dynamo.client());
      DynamoTable table = new DynamoTable(dynamo.client(), LocalTable.NAME, new DynamoUsage());
      new DynamoCustomers(table).update(ANNA, known -> known.with(contact("a@b.jp"), NOON));
      new Erasure(
              new DynamoTombstones(table, new SecretHash("the key of the stack")),
              new DynamoTraces(table),
              new DynamoCustomers(table),
              (address, at) -> {},
              InstantSource.system())
          .checkKey();
      String endpoint = dynamo.serve(0).toString();

      assertThat(run("erase", "anna", "--table", "kikkake", "--endpoint-url", endpoint))
          .isEqualTo(2);

      assertOneLine("the tombstone key is not the one of this table");
      assertThat(table.keys("C#anna")).isNotEmpty();
    }
  }

  @Test
  void erasesNobodyOnAwsWithoutTheSecret() {
    Assumptions.assumeTrue(System.getenv("KIKKAKE_TOMBSTONE_KEY") == null);

    assertThat(run("erase", "anna", "--table", "kikkake")).isEqualTo(2);
    assertOneLine("KIKKAKE_TOMBSTONE_KEY");
  }

  private void assertOneLine(String mention) {
    assertThat(err.toString().strip().lines()).hasSize(1);
    assertThat(err.toString()).startsWith("kikkake: ").contains(mention).doesNotContain("\tat ");
  }
}
