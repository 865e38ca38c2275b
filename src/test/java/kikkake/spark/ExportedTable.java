package kikkake.spark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes rows as DynamoDB exports them to S3, into several files. */
final class ExportedTable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ExportedTable() {}

  static void write(List<Map<String, AttributeValue>> rows, Path folder, int files)
      throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("manifest-summary.json"), "{\"version\":\"2020-06-30\"}");
    Files.writeString(folder.resolve("manifest-files.json"), "");
    for (int file = 0; file < files; file++) {
      Path path = data.resolve("part-" + file + ".json.gz");
      try (Writer out =
          new OutputStreamWriter(
              new GZIPOutputStream(Files.newOutputStream(path)), StandardCharsets.UTF_8)) {
        for (int i = file; i < rows.size(); i += files) {
          out.write(line(rows.get(i)) + "\n");
        }
      }
    }
  }

  static String line(Map<String, AttributeValue> row) throws IOException {
    return JSON.writeValueAsString(NODES.objectNode().set("Item", map(row)));
  }

  private static ObjectNode map(Map<String, AttributeValue> values) {
    ObjectNode object = NODES.objectNode();
    values.forEach((name, value) -> object.set(name, typed(value)));
    return object;
  }

  private static ObjectNode typed(AttributeValue value) {
    ObjectNode typed = NODES.objectNode();
    return switch (value.type()) {
      case S -> typed.put("S", value.s());
      case N -> typed.put("N", value.n());
      case B -> typed.put("B", value.b().asByteArray());
      case BOOL -> typed.put("BOOL", value.bool());
      case NUL -> typed.put("NULL", true);
      case M -> typed.set("M", map(value.m()));
      case SS -> typed.set("SS", JSON.valueToTree(value.ss()));
      case NS -> typed.set("NS", JSON.valueToTree(value.ns()));
      case L -> {
        ArrayNode list = typed.putArray("L");
        value.l().forEach(each -> list.add(typed(each)));
        yield typed;
      }
      default -> throw new IllegalArgumentException("No row of ours has a " + value.type());
    };
  }
}
