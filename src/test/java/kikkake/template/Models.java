package kikkake.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds the models of the built-in mails: complete at first, then changed by what a test needs.
 */
final class Models {
  static final String UNSUBSCRIBE = "https://shop.example/u/8f2c?m=1&l=ja";

  private final Map<String, Object> root = new HashMap<>();
  private final Map<String, Object> order = new HashMap<>();
  private boolean images = true;
  private int recommendations;

  private Models() {
    root.put(
        "shop",
        Map.of(
            "name", "茶と器 きっかけ",
            "url", "https://shop.example/",
            "address", "〒604-8001 京都府京都市中京区上本能寺前町488"));
    root.put("customer", Map.of("name", "山田 花子"));
  }

  static Models thankYou() {
    Models models = new Models();
    models.order.putAll(
        Map.of("id", "KK-20417", "date", "2026年4月12日", "total", "¥9,460", "shipping", "¥550"));
    models.order.put("discount", "−¥500");
    models.root.put("order", models.order);
    return models.lines(2).recommendations(4);
  }

  /** Of the two mails that are only recommendations. */
  static Models advertising() {
    Models models = new Models();
    models.recommendations = 4;
    models.root.put("unsubscribeUrl", UNSUBSCRIBE);
    return models;
  }

  static Models of(String kind) {
    return kind.equals("thank-you") ? thankYou() : advertising();
  }

  Models noName() {
    root.remove("customer");
    return this;
  }

  Models name(String name) {
    root.put("customer", Map.of("name", name));
    return this;
  }

  Models lines(int count) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, Object> line = new HashMap<>();
      line.put("title", Items.TITLES.get(i % Items.TITLES.size()) + (i < 4 ? "" : " " + i));
      line.put("quantity", 1 + i % 3);
      line.put("amount", "¥" + (1 + i) + ",320");
      line.put("url", "https://shop.example/items/line-" + i);
      line.put("image", "https://shop.example/images/line-" + i + ".jpg");
      lines.add(line);
    }
    order.put("lines", lines);
    return this;
  }

  Models recommendations(int count) {
    recommendations = count;
    return this;
  }

  Models noImages() {
    images = false;
    return this;
  }

  Models without(String key) {
    order.remove(key);
    root.remove(key);
    return this;
  }

  Models with(String key, Object value) {
    root.put(key, value);
    return this;
  }

  Map<String, Object> build() {
    Map<String, Object> model = new HashMap<>(root);
    List<Map<String, Object>> items = Items.of(recommendations, images);
    if (!root.containsKey("order")) {
      model.put("items", items);
    } else if (recommendations > 0) {
      model.put("recommendations", Map.of("items", items));
      model.put("unsubscribeUrl", UNSUBSCRIBE);
    }
    if (!images && order.get("lines") instanceof List<?> lines) {
      Map<String, Object> plain = new HashMap<>(order);
      plain.put("lines", lines.stream().map(Models::withoutImage).toList());
      model.put("order", plain);
    }
    return model;
  }

  private static Map<Object, Object> withoutImage(Object line) {
    Map<Object, Object> plain = new HashMap<>((Map<?, ?>) line);
    plain.remove("image");
    return plain;
  }

  /** Recommended items, always the same ones. */
  static final class Items {
    static final List<String> TITLES =
        List.of("深蒸し煎茶「朝露」100g", "粉引の湯呑", "Tokoname teapot, 280 ml", "手漉き和紙の茶筒（大）");
    private static final List<String> REASONS =
        List.of("急須をお求めの方に人気です", "Often bought together", "お好みの窯元の新作です", "よくご一緒にお求めいただいています");

    private Items() {}

    static List<Map<String, Object>> of(int count, boolean images) {
      List<Map<String, Object>> items = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Map<String, Object> item = new HashMap<>();
        item.put("title", "おすすめ " + TITLES.get((i + 2) % TITLES.size()));
        item.put("url", "https://shop.example/items/recommended-" + i + "?from=mail&k=" + i);
        item.put("price", "¥" + (2 + i) + ",750");
        item.put("reason", REASONS.get(i % REASONS.size()));
        if (images) {
          item.put("image", "https://shop.example/images/recommended-" + i + ".jpg");
        }
        items.add(item);
      }
      return items;
    }
  }
}
