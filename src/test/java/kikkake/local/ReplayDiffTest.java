package kikkake.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kikkake.local.ReplayDiff.Change;
import kikkake.local.ReplayDiff.Difference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayDiffTest {
  private static final String NOON = "2026-04-10T03:00:00Z";
  private static final String LATER = "2026-04-10T04:00:00Z";

  @TempDir private Path folder = Path.of("");

  private static String sent(String key, String at, String template, String items) {
    return """
    {"customer":"anna","mail":"thank-you","key":"%s","state":"SENT","reason":null,"sentAt":"%s",\
    "template":"%s","items":[%s],"decisions":[]}\
    """
        .formatted(key, at, template, items);
  }

  private static String sent(String key) {
    return sent(key, NOON, "thank-you/ja/1", "\"cup\"");
  }

  private static String not(String key, String state, String reason) {
    return """
    {"customer":"anna","mail":"thank-you","key":"%s","state":"%s","reason":"%s","sentAt":null,\
    "template":null,"items":[],"decisions":[]}\
    """
        .formatted(key, state, reason);
  }

  private Path written(String name, List<String> lines) throws IOException {
    Path directory = Files.createDirectories(folder.resolve(name));
    Files.write(directory.resolve("decisions.jsonl"), lines);
    return directory;
  }

  private List<Difference> between(List<String> before, List<String> now) throws IOException {
    return ReplayDiff.between(written("before", before), written("now", now));
  }

  private static String printed(List<Difference> differences) {
    StringWriter out = new StringWriter();
    ReplayDiff.print(differences, new PrintWriter(out));
    return out.toString();
  }

  @Test
  void whatIsTheSameDoesNotDiffer() throws IOException {
    List<String> lines = List.of(sent("o-1"), not("o-2", "SKIPPED", "no-consent"));

    assertThat(between(lines, lines)).isEmpty();
    assertThat(between(lines, List.of(lines.get(1), lines.get(0)))).as("in any order").isEmpty();
    assertThat(printed(List.of())).isEqualTo("0 mails differ\n");
  }

  @Test
  void eachMailThatDiffersHasOneChange() throws IOException {
    List<Difference> differences =
        between(
            List.of(
                not("o-1", "SKIPPED", "no-consent"),
                sent("o-2"),
                sent("o-3"),
                sent("o-4"),
                sent("o-5"),
                not("o-6", "SKIPPED", "no-consent"),
                not("o-7", "SKIPPED", "failed"),
                sent("o-8")),
            List.of(
                sent("o-1"),
                not("o-2", "SKIPPED", "holdout"),
                sent("o-3", LATER, "thank-you/ja/1", "\"cup\""),
                sent("o-4", NOON, "thank-you/ja/1", "\"pot\""),
                sent("o-5", NOON, "thank-you/ja/2", "\"cup\""),
                not("o-6", "SKIPPED", "holdout"),
                not("o-7", "HELD", "failed"),
                sent("o-9")));

    assertThat(differences)
        .extracting(Difference::change)
        .containsExactly(
            Change.NOW_SENT,
            Change.NO_LONGER_SENT,
            Change.OTHER_TIME,
            Change.OTHER_CONTENT,
            Change.OTHER_CONTENT,
            Change.OTHER_REASON,
            Change.OTHER_REASON,
            Change.GONE,
            Change.NEW);
  }

  @Test
  void saysWhoWouldGetWhatAndWhy() throws IOException {
    String printed =
        printed(
            between(
                List.of(sent("o-1"), not("o-2", "SKIPPED", "no-consent")),
                List.of(not("o-1", "SKIPPED", "holdout"), sent("o-2"), sent("o-3"))));

    assertThat(printed.lines())
        .containsExactly(
            "3 mails differ",
            "1 would now be sent",
            "  anna thank-you o-2: SKIPPED no-consent -> sent " + NOON + " [\"cup\"]",
            "1 would no longer be sent",
            "  anna thank-you o-1: sent " + NOON + " [\"cup\"] -> SKIPPED holdout",
            "1 is planned only now",
            "  anna thank-you o-3: not planned -> sent " + NOON + " [\"cup\"]");
  }

  @Test
  void ofVeryManyItShowsTheFirstAndCountsTheOthers() throws IOException {
    List<String> before = new ArrayList<>();
    List<String> now = new ArrayList<>();
    for (int i = 0; i < 1_100; i++) {
      before.add(sent("o-" + i));
      now.add(not("o-" + i, "SKIPPED", "holdout"));
    }

    assertThat(printed(between(before, now)).lines())
        .hasSize(2 + 40 + 1)
        .startsWith("1,100 mails differ", "1,100 would no longer be sent")
        .endsWith("  and 1,060 more");
  }

  @Test
  void aFolderThatNoReplayWroteIsRefused() throws IOException {
    Path before = written("before", List.of());

    assertThatThrownBy(() -> ReplayDiff.between(before, folder.resolve("nowhere")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("decisions.jsonl");
  }
}
