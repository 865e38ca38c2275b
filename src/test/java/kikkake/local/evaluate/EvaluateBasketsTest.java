package kikkake.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The protocols on baskets whose future is known. */
class EvaluateBasketsTest extends EvaluateRun {
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
}
