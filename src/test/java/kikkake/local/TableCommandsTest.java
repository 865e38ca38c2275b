package kikkake.local;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.NOON;
import static kikkake.TestData.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kikkake.history.DynamoHistory;
import kikkake.mail.Claim;
import kikkake.mail.Decision;
import kikkake.mail.DynamoLedger;
import kikkake.mail.DynamoSwitchboard;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import kikkake.mail.PlannedMail;
import kikkake.mail.SendingSwitch;
import kikkake.mail.SendingSwitch.Mode;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The commands that ask or change a shop's table, over the wire as on AWS. */
class TableCommandsTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final LocalDynamo dynamo = LocalDynamo.embedded();
  private final String endpoint = dynamo.serve(0).toString();
  private final DynamoTable table =
      new DynamoTable(dynamo.client(), LocalTable.NAME, new DynamoUsage());

  @BeforeEach
  void createTable() {
    LocalTable.create(dynamo.client());
  }

  @AfterEach
  void close() {
    dynamo.close();
  }

  private int run(String command, String... more) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    Stream<String> args = Stream.of(command, "--table", "kikkake", "--endpoint-url", endpoint);
    return commandLine.execute(Stream.concat(args, Stream.of(more)).toArray(String[]::new));
  }

  private void annaWasSkipped() {
    DynamoLedger ledger = new DynamoLedger(table);
    MailKey key = new MailKey(ANNA, MailKind.THANK_YOU, "o-1");
    ledger.plan(PlannedMail.planned(key, NOON, NOON, NOON, NOON.plus(Duration.ofDays(2))));
    Claim claim = ledger.claim(key, "a", NOON, Duration.ofDays(1), "g1-abc").orElseThrow();
    ledger.skipped(
        claim,
        new Decision(
            NOON, Decision.Outcome.SKIPPED, "wanted", "order-cancelled", null, "g1-abc", 1));
  }

  @Test
  void whyTellsAClerkInEnglishWhatBecameOfTheMailsOfACustomer() {
    annaWasSkipped();

    assertThat(run("why", "anna")).as(err.toString()).isZero();

    assertThat(out.toString().lines())
        .containsExactly(
            "Thank-you mail o-1: not sent, because the order was cancelled or refunded",
            "  2026-04-10 12:00  planned, to go at 2026-04-10 12:00, not after 2026-04-12 12:00",
            "  2026-04-10 12:00  skipped: the order was cancelled or refunded");
  }

  @Test
  void whyTellsItInJapanese() {
    annaWasSkipped();

    assertThat(run("why", "anna", "--language", "ja", "--mail", "thank-you/o-1")).isZero();

    assertThat(out.toString()).startsWith("お礼メール o-1：送らない（注文は取り消し、または返金されました）");
  }

  @Test
  void whyTellsItToProgramsAsWhyFunctionDoes() throws Exception {
    annaWasSkipped();

    assertThat(run("why", "anna", "--json")).isZero();

    var answer = LocalHttp.JSON.readTree(out.toString());
    assertThat(answer.path("customer").asText()).isEqualTo("anna");
    assertThat(answer.path("mails").path(0).path("state").asText()).isEqualTo("SKIPPED");
    assertThat(answer.path("mails").path(0).path("decisions").path(0).path("reason").asText())
        .isEqualTo("order-cancelled");
  }

  @Test
  void whyTellsWhatAnOrderGaveNoRiseTo() throws Exception {
    new DynamoHistory(table).add(purchase("o-1", "tea").build(), Map.of("thank-you", "too-late"));

    assertThat(run("why", "anna", "--language", "ja")).as(err.toString()).isZero();
    assertThat(out.toString()).startsWith("お礼メール o-1：予定なし（送るべき時期を過ぎました）");

    out.getBuffer().setLength(0);
    assertThat(run("why", "anna", "--json")).isZero();
    var answer = LocalHttp.JSON.readTree(out.toString());
    assertThat(answer.path("notPlanned").path(0).path("reason").asText()).isEqualTo("too-late");
  }

  @Test
  void whySaysSoWhereNoMailWasPlanned() {
    assertThat(run("why", "nobody")).isZero();
    assertThat(run("why", "nobody", "--language", "ja")).isZero();

    assertThat(out.toString().lines()).containsExactly("No mail was planned.", "メールの予定はありません。");
  }

  @Test
  void whyRefusesALanguageItDoesNotSpeak() {
    assertThat(run("why", "anna", "--language", "fr")).isEqualTo(2);
    assertOneLine("--language must be ja or en");
  }

  @Test
  void whyRefusesWhatIsNoCustomer() {
    assertThat(run("why", "")).isEqualTo(2);
    assertOneLine("CUSTOMER");
  }

  @Test
  void sendingShowsTheSwitch() {
    assertThat(run("sending")).as(err.toString()).isZero();
    new DynamoSwitchboard(table).pause(NOON, "ses-LimitExceeded");
    assertThat(run("sending")).isZero();

    assertThat(out.toString().lines())
        .containsExactly(
            "sending is on",
            "sending is on, paused until 2026-04-10T03:00:00Z (ses-LimitExceeded)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"on", "off", "dry-run"})
  void sendingTurnsTheSwitchAndShowsIt(String mode) {
    assertThat(run("sending", mode, "--why", "too many bounces")).isZero();

    assertThat(out.toString()).isEqualTo("sending is " + mode + " (too many bounces)\n");
    assertThat(new DynamoSwitchboard(table).read())
        .isEqualTo(new SendingSwitch(Mode.of(mode), null, "too many bounces"));
  }

  @Test
  void sendingRefusesAnyOtherWordAndChangesNothing() {
    assertThat(run("sending", "maybe")).isEqualTo(2);

    assertOneLine("\"maybe\" must be on, dry-run or off");
    assertThat(new DynamoSwitchboard(table).read()).isEqualTo(SendingSwitch.ON);
  }

  @Test
  void aTableThatIsNotThereIsAnErrorOfOneLine() {
    for (String command : List.of("why", "sending")) {
      CommandLine commandLine = Main.commandLine();
      commandLine.setErr(new PrintWriter(err, true));
      String[] args = {command, "--table", "nothing", "--endpoint-url", endpoint, "on"};
      assertThat(commandLine.execute(args)).isEqualTo(2);
      assertOneLine("nothing");
      err.getBuffer().setLength(0);
    }
  }

  private void assertOneLine(String mention) {
    assertThat(err.toString().strip().lines()).hasSize(1);
    assertThat(err.toString()).startsWith("kikkake: ").contains(mention).doesNotContain("\tat ");
  }
}
