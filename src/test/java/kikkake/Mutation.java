package kikkake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import kikkake.event.EventJson;

/** Spoils texts as wires, clients and attackers do; the same seed spoils in the same way. */
public final class Mutation {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<JsonNode> ODD_VALUES =
      List.of(
          JSON.nullNode(),
          JSON.booleanNode(true),
          JSON.numberNode(-1),
          JSON.numberNode(0.5),
          JSON.numberNode(new BigDecimal("1e999999999")),
          JSON.numberNode(new BigInteger("9".repeat(400))),
          JSON.textNode(""),
          JSON.textNode("1e999999999"),
          JSON.textNode("\ud800"),
          JSON.textNode("\u0000\r\n"),
          JSON.textNode("javascript:alert(1)"),
          JSON.textNode("+999999999-12-31T23:59:59Z"),
          JSON.textNode("注".repeat(5_000)),
          JSON.arrayNode().add(JSON.arrayNode()),
          JSON.objectNode().put("a", 1));

  private final Random random;

  public Mutation(long seed) {
    this.random = new Random(seed);
  }

  /** A message that is spoilt in one to three places. */
  public String of(String message) {
    String spoilt = message;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      spoilt =
          switch (random.nextInt(6)) {
            case 0 -> flipped(spoilt);
            case 1 -> spoilt.substring(0, random.nextInt(spoilt.length() + 1));
            case 2 -> doubled(spoilt);
            default -> swapped(spoilt);
          };
    }
    return spoilt;
  }

  /** A bit is wrong on the way. */
  private String flipped(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0) {
      return text;
    }
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** A piece comes twice. */
  private String doubled(String text) {
    int[] cut = {random.nextInt(text.length() + 1), random.nextInt(text.length() + 1)};
    Arrays.sort(cut);
    return text.substring(0, cut[1]) + text.substring(cut[0]);
  }

  /** A value is another one, of another type, or gone; where the text is JSON. */
  private String swapped(String text) {
    JsonNode root;
    try {
      root = EventJson.parse(text);
    } catch (RuntimeException e) {
      return flipped(text);
    }
    List<JsonNode> containers = new ArrayList<>();
    collect(root, containers);
    if (containers.isEmpty()) {
      return text;
    }
    JsonNode odd = ODD_VALUES.get(random.nextInt(ODD_VALUES.size()));
    switch (containers.get(random.nextInt(containers.size()))) {
      case ObjectNode object -> {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(4) == 0) {
          object.remove(name);
        } else {
          object.set(name, odd);
        }
      }
      case ArrayNode array -> array.set(random.nextInt(array.size()), odd);
      default -> throw new IllegalStateException("not a container");
    }
    return root.toString();
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode() && !node.isEmpty()) {
      containers.add(node);
    }
    node.forEach(child -> collect(child, containers));
  }
}
