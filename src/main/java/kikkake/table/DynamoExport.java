package kikkake.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads what DynamoDB exports to S3 in its JSON: each line is a row, {@code {"Item": {"pk": {"S":
 * "..."}, ...}}}.
 *
 * <p>Source: DynamoDB Developer Guide, "DynamoDB table export output format".
 */
public final class DynamoExport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DynamoExport() {}

  /**
   * The row of a line.
   *
   * @throws IllegalArgumentException if it is no line of a full export; the message does not repeat
   *     the line, which may hold what is personal
   */
  public static DynamoRow read(String line) {
    JsonNode item;
    try {
      item = JSON.readTree(line).path("Item");
    } catch (JsonProcessingException e) {
      // Without the cause, whose message repeats a piece of the line.
      throw new IllegalArgumentException("A line of the export is not JSON");
    }
    if (!item.isObject()) {
      throw new IllegalArgumentException("A line of the export has no Item: is it a full export?");
    }
    return DynamoRow.read(map(item));
  }

  private static Map<String, AttributeValue> map(JsonNode object) {
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    object.properties().forEach(each -> values.put(each.getKey(), value(each.getValue())));
    return values;
  }

  private static AttributeValue value(JsonNode typed) {
    String type = typed.isObject() && typed.size() == 1 ? typed.fieldNames().next() : "";
    JsonNode value = typed.path(type);
    return switch (type) {
      case "S" -> AttributeValue.fromS(value.asText());
      case "N" -> AttributeValue.fromN(value.asText());
      case "B" -> AttributeValue.fromB(bytes(value));
      case "BOOL" -> AttributeValue.fromBool(value.asBoolean());
      case "NULL" -> AttributeValue.fromNul(true);
      case "M" -> AttributeValue.fromM(map(value));
      case "L" -> AttributeValue.fromL(list(value));
      case "SS" -> AttributeValue.fromSs(texts(value));
      case "NS" -> AttributeValue.fromNs(texts(value));
      case "BS" -> AttributeValue.fromBs(blobs(value));
      default ->
          throw new IllegalArgumentException("A line of the export has an unknown type of value");
    };
  }

  private static List<AttributeValue> list(JsonNode array) {
    List<AttributeValue> values = new ArrayList<>();
    array.forEach(each -> values.add(value(each)));
    return values;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static List<SdkBytes> blobs(JsonNode array) {
    List<SdkBytes> blobs = new ArrayList<>();
    array.forEach(each -> blobs.add(bytes(each)));
    return blobs;
  }

  private static SdkBytes bytes(JsonNode text) {
    try {
      return SdkBytes.fromByteArray(text.binaryValue());
    } catch (IOException e) {
      throw new IllegalArgumentException("A line of the export has bytes that are not base64");
    }
  }
}
