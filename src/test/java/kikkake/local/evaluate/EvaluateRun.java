package kikkake.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import kikkake.event.EventJson;
import kikkake.local.Main;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs the command on files of a folder of its own, and reads what it prints. */
abstract class EvaluateRun {
  private static final String HEADER =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

  static final String ORDERS =
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

  static final String BASKETS =
      """
      {"user":"u1","history":[["a","b"],["a"]],"future":["a","c"]}
      {"user":2,"history":[[3],["c","c"],[]],"future":[]}
      {"user":"u3","history":[],"future":["b"]}
      """;

  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();

  @TempDir Path folder = Path.of("");

  int run(String... args) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(args);
  }

  String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** What a command prints with {@code --json}. */
  JsonNode json(String... args) {
    String[] all = Arrays.copyOf(args, args.length + 1);
    all[args.length] = "--json";
    assertThat(run(all)).as(err.toString()).isZero();
    return EventJson.parse(out.toString());
  }

  static JsonNode row(JsonNode report, String name) {
    return StreamSupport.stream(report.path("recommenders").spliterator(), false)
        .filter(row -> row.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  void assertRefused(String... mentions) {
    assertThat(err.toString().strip().lines()).hasSize(1);
    assertThat(err.toString()).startsWith("kikkake: ").contains(mentions);
  }
}
