package kikkake.local.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kikkake.local.LocalDynamo;
import kikkake.local.LocalTable;
import kikkake.local.Main;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import kikkake.template.BuiltInTemplates;
import kikkake.template.DynamoTemplates;
import kikkake.template.Template;
import kikkake.template.TemplateSource;
import kikkake.template.TemplateVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Templates from files into the table and back, over the wire as on AWS. */
class TemplatesCommandTest {
  @TempDir private Path sato;
  @TempDir private Path tanaka;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final LocalDynamo dynamo = LocalDynamo.embedded();
  private final String endpoint = dynamo.serve(0).toString();
  private final DynamoTemplates templates =
      new DynamoTemplates(
          new DynamoTable(dynamo.client(), LocalTable.NAME, new DynamoUsage()),
          new BuiltInTemplates(),
          InstantSource.system());

  @BeforeEach
  void createTable() {
    LocalTable.create(dynamo.client());
  }

  @AfterEach
  void close() {
    dynamo.close();
  }

  private int run(String command, Object... more) {
    List<Object> args = new ArrayList<>(List.of(more));
    args.addAll(List.of("--table", LocalTable.NAME, "--endpoint-url", endpoint));
    return execute(command, args.toArray());
  }

  private int execute(String command, Object... more) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(
        Stream.concat(Stream.of("templates", command), Stream.of(more).map(Object::toString))
            .toArray(String[]::new));
  }

  private static void change(Path folder, String from, String to) throws IOException {
    Path file = folder.resolve("ja/thank-you.mjml");
    String before = Files.readString(file);
    assertThat(before).contains(from);
    Files.writeString(file, before.replace(from, to));
  }

  private Template live() {
    return templates.now().find("thank-you", "ja").getFirst();
  }

  @Test
  void pullsWhatComesWithTheProductAtFirst() throws IOException {
    assertThat(run("pull", sato)).as(err.toString()).isZero();

    assertThat(out.toString().lines()).hasSize(6).allMatch(line -> line.endsWith("version 0"));
    assertThat(sato.resolve("ja/thank-you.mjml"))
        .hasSameTextualContentAs(Path.of("src/main/resources/templates/ja/thank-you.mjml"));
    assertThat(Files.readString(sato.resolve("en/thank-you.properties")))
        .startsWith("version=0\npulled=")
        .contains("\nsubject=Thank you for your order {{order.id}}");
    assertThat(run("push", sato)).isZero();
    assertThat(out.toString().lines()).hasSize(6).allMatch(line -> line.endsWith("the same"));
  }

  @Test
  void aChangeIsPushedPublishedSentAndTakenBack() throws IOException {
    run("pull", sato);
    change(sato, "ご注文", "春のご注文");

    assertThat(run("push", sato, "--by", "sato", "--note", "spring")).as(err.toString()).isZero();
    assertThat(out.toString()).contains("thank-you/ja           saved as version 1, not published");
    assertThat(live().id()).isEqualTo("thank-you/ja/built-in-1");

    assertThat(run("publish", "thank-you/ja", 1)).as(err.toString()).isZero();
    assertThat(live().id()).isEqualTo("thank-you/ja/1");
    assertThat(live().html()).contains("春のご注文").doesNotContain("<mj-");

    assertThat(run("list")).isZero();
    assertThat(out.toString()).containsPattern("thank-you/ja +1  1 by sato, 20");

    assertThat(run("rollback", "thank-you/ja")).isZero();
    assertThat(out.toString()).startsWith("thank-you/ja is version 0 from ");
    assertThat(live().id()).isEqualTo("thank-you/ja/built-in-1");
  }

  @Test
  void whatTwoPeopleChangedIsReportedAndNeverOverwritten() throws IOException {
    run("pull", sato);
    run("pull", tanaka);
    change(sato, "ご注文", "春のご注文");
    change(tanaka, "ご注文", "夏のご注文");
    run("push", sato, "--by", "sato");

    for (String command : List.of("push", "pull")) {
      assertThat(run(command, tanaka)).isEqualTo(1);
      assertThat(out.toString())
          .contains(
              "thank-you/ja           changed here since version 0, and in the table: version 1 by sato.");
      assertThat(Files.readString(tanaka.resolve("ja/thank-you.mjml"))).contains("夏のご注文");
    }
    assertThat(templates.versions("thank-you", "ja")).hasSize(1);
  }

  @Test
  void pullBringsWhatOthersPushed() throws IOException {
    run("pull", sato);
    run("pull", tanaka);
    change(sato, "ご注文", "春のご注文");
    run("push", sato, "--by", "sato");

    assertThat(run("pull", tanaka)).isZero();

    assertThat(out.toString()).contains("thank-you/ja           now version 1 by sato");
    assertThat(Files.readString(tanaka.resolve("ja/thank-you.mjml"))).contains("春のご注文");
  }

  @Test
  void pullLeavesAloneWhatIsNotPushedYet() throws IOException {
    run("pull", sato);
    change(sato, "ご注文", "春のご注文");

    assertThat(run("pull", sato)).isZero();

    assertThat(out.toString()).contains("thank-you/ja           changed here, not pushed yet");
    assertThat(Files.readString(sato.resolve("ja/thank-you.mjml"))).contains("春のご注文");
  }

  @Test
  void whatComesWithTheProductHasNoErrors() {
    run("pull", sato);

    assertThat(execute("lint", sato)).as(out.toString()).isZero();

    assertThat(out.toString()).containsPattern("\n?0 errors, \\d+ warnings");
  }

  @Test
  void errorsAreToldWithTheirLineAndNothingIsSaved() throws IOException {
    run("pull", sato);
    change(sato, "{{order.total}}", "{{order.totla}}");
    long line =
        1
            + Files.readString(sato.resolve("ja/thank-you.mjml"))
                .transform(text -> text.substring(0, text.indexOf("{{order.totla}}")))
                .chars()
                .filter(c -> c == '\n')
                .count();

    assertThat(execute("lint", sato, "--language", "ja")).isEqualTo(1);

    assertThat(out.toString())
        .contains("ja/thank-you.mjml:" + line + ": error: ")
        .contains("order.total")
        .contains("[unknown-variable]")
        .containsPattern("[ぁ-ん]");
    assertThat(run("push", sato)).isEqualTo(1);
    assertThat(out.toString()).contains("thank-you/ja           not saved: ");
    assertThat(templates.versions("thank-you", "ja")).isEmpty();
  }

  @Test
  void whatTheTableHasAlreadyIsNoConflict() throws IOException {
    run("pull", sato);
    run("pull", tanaka);
    change(sato, "ご注文", "春のご注文");
    change(tanaka, "ご注文", "春のご注文");
    run("push", sato);

    assertThat(run("push", tanaka)).isZero();

    assertThat(out.toString()).contains("thank-you/ja           the same");
    assertThat(Files.readString(tanaka.resolve("ja/thank-you.properties")))
        .startsWith("version=1\n");
  }

  @Test
  void whatAnUpdateOfTheProductBringsIsPulledWhereNobodyChangedAnything() throws IOException {
    run("pull", sato);
    TemplateFolder older = new TemplateFolder(sato);
    TemplateSource now = older.read("thank-you", "ja").orElseThrow().source();
    older.write(
        new TemplateSource("thank-you", "ja", now.subject(), "前の版", now.mjml(), now.text()), 0);

    assertThat(run("push", sato)).isZero();
    assertThat(out.toString()).contains("thank-you/ja           not changed here; pull brings");
    assertThat(run("pull", sato)).isZero();

    assertThat(older.read("thank-you", "ja").orElseThrow().source()).isEqualTo(now);
  }

  @Test
  void aRollbackDropsWhatLiesAhead() throws IOException {
    run("pull", sato);
    change(sato, "ご注文", "春のご注文");
    run("push", sato);
    run("publish", "thank-you/ja", 1);
    run("publish", "thank-you/ja", 0, "--at", Instant.now().plus(Duration.ofHours(1)));

    assertThat(run("rollback", "thank-you/ja")).as(err.toString()).isZero();

    assertThat(templates.publications("thank-you", "ja").ahead(Instant.now())).isEmpty();
    assertThat(live().id()).isEqualTo("thank-you/ja/built-in-1");
  }

  @Test
  void whatHasErrorsIsNotPublished() {
    TemplateSource broken =
        new TemplateSource("thank-you", "ja", "{{nobody}}", "x", "<mjml></mjml>", "x");
    templates.save(new TemplateVersion(1, broken, "<p>x</p>", "sato", Instant.now(), ""));

    assertThat(run("publish", "thank-you/ja", 1)).isEqualTo(2);

    assertThat(err.toString()).contains("Version 1 of thank-you/ja has errors");
    assertThat(live().id()).isEqualTo("thank-you/ja/built-in-1");
  }

  @Test
  void endsOfLinesAreNoChange() throws IOException {
    run("pull", sato);
    Path file = sato.resolve("ja/thank-you.txt");
    Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));

    run("push", sato);

    assertThat(out.toString().lines()).allMatch(line -> line.endsWith("the same"));
  }

  @Test
  void publishesFromATimeOn() throws IOException {
    run("pull", sato);
    change(sato, "ご注文", "春のご注文");
    run("push", sato);
    Instant later = Instant.now().plus(Duration.ofHours(1));

    assertThat(run("publish", "thank-you/ja", 1, "--at", later)).as(err.toString()).isZero();

    assertThat(live().id()).isEqualTo("thank-you/ja/built-in-1");
    run("list");
    assertThat(out.toString()).contains("  version 1 from ");
  }

  @ParameterizedTest
  @CsvSource({
    "publish, thank-you/ja 7, There is no version 7 of thank-you/ja",
    "publish, thank-you/fr 1, and one of [ja; en]",
    "publish, ../ja 1, must be one of [thank-you; recommendation; browse-follow-up]",
    "rollback, thank-you/ja, Of thank-you/ja nothing was published yet",
    "push, nowhere, nowhere has no templates; begin with ./kikkake templates pull",
    "publish, thank-you/ja 1 --at tomorrow, tomorrow",
    "publish, thank-you/ja 0 --at 2020-01-01T00:00Z, --at must lie ahead",
  })
  void saysWhatIsWrong(String command, String arguments, String message) {
    assertThat(run(command, (Object[]) arguments.split(" "))).isEqualTo(2);

    assertThat(err.toString().replace(", ", "; ")).contains(message);
  }

  @Test
  void namesTheFileThatIsMissing() throws IOException {
    run("pull", sato);
    Files.delete(sato.resolve("en/recommendation.txt"));

    assertThat(run("push", sato)).isEqualTo(2);

    assertThat(err.toString())
        .contains(
            "recommendation.txt is missing; a mail has three files: .mjml, .txt, .properties");
  }
}
