package kikkake.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The protocol on visits, from sessions and from clicks. */
class EvaluateNextViewTest extends EvaluateRun {
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
}
