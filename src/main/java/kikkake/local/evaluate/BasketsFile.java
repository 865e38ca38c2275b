package kikkake.local.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kikkake.event.EventJson;
import kikkake.event.ItemId;
import kikkake.event.MalformedEvent;
import kikkake.local.UserError;
import kikkake.recommend.Basket;
import kikkake.recommend.Shopper;

/**
 * Reads baskets, one person a line: {@code
 * {"user":"u1","history":[["a","b"],["c"]],"future":["d"]}}. The history is in the order of time;
 * nobody knows the days, so the place of a basket is its day. Empty baskets count for nothing.
 */
final class BasketsFile {
  private final Reading reading = new Reading();
  private final List<PurchaseData.Person> people = new ArrayList<>();
  private int today;

  private BasketsFile() {}

  static PurchaseData read(Path path) throws IOException {
    BasketsFile file = new BasketsFile();
    Reading.read(path, file::add);
    if (file.today == 0) {
      throw new UserError(
          path
              + " has no basket: each line must be like"
              + " {\"user\":\"u1\",\"history\":[[\"a\",\"b\"],[\"c\"]],\"future\":[\"d\"]}");
    }
    return new PurchaseData(file.people, file.today, false, 1, 0);
  }

  private void add(String line, long number) {
    JsonNode json;
    try {
      json = EventJson.parse(line);
    } catch (MalformedEvent e) {
      throw new MalformedEvent("JSON", "must be one object a line");
    }
    if (!json.isObject()) {
      throw new MalformedEvent("JSON", "must be one object a line");
    }
    List<Basket> history = new ArrayList<>();
    List<List<ItemId>> baskets = new ArrayList<>();
    JsonNode past = list("history", json.path("history"));
    for (int i = 0; i < past.size(); i++) {
      String field = "history[" + i + "]";
      List<ItemId> items = items(field, list(field, past.path(i)));
      if (!items.isEmpty()) {
        baskets.add(items);
      }
    }
    baskets.forEach(items -> history.add(new Basket(history.size(), items)));
    JsonNode next = json.path("future");
    List<ItemId> future = next.isMissingNode() ? List.of() : items("future", list("future", next));
    today = Math.max(today, history.size());
    people.add(
        new PurchaseData.Person(
            user(json.path("user"), number),
            new Shopper(history),
            future.isEmpty() ? List.of() : List.of(new Basket(history.size(), future))));
  }

  private static String user(JsonNode user, long number) {
    if (user.isTextual() || user.isIntegralNumber()) {
      return user.asText();
    }
    if (user.isMissingNode() || user.isNull()) {
      return "line " + number;
    }
    throw new MalformedEvent("user", "must be a text or a whole number");
  }

  private static JsonNode list(String field, JsonNode node) {
    if (!node.isArray()) {
      throw new MalformedEvent(field, node.isMissingNode() ? "is required" : "must be a list");
    }
    return node;
  }

  private List<ItemId> items(String field, JsonNode list) {
    List<ItemId> items = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      JsonNode id = list.path(i);
      String place = field + "[" + i + "]";
      if (!id.isTextual() && !id.isIntegralNumber()) {
        throw new MalformedEvent(place, "must be an item id, a text or a whole number");
      }
      items.add(reading.item(place, id.asText()));
    }
    return items;
  }
}
