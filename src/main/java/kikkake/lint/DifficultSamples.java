package kikkake.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kikkake.template.BuiltInTemplates;

/**
 * Models that a template must stand up to: everything there, nothing there, very long, other
 * scripts, hostile. All are as {@link kikkake.template.MailModel} documents them.
 */
public final class DifficultSamples {
  /** An element that must never come to life in a finished mail. */
  static final String HOSTILE_ID = "kikkake-hostile";

  private static final String HOSTILE =
      "</style></title><b id=\"" + HOSTILE_ID + "\" onclick='x()'>O'Neil</b><!-- {{shop.url}} & \"";
  private static final String LONG = "寿限無寿限無五劫の擦り切れ海砂利水魚の".repeat(10) + "x".repeat(10);
  private static final String SCRIPTS = "أحمد بن محمد 👨‍👩‍👧‍👦🍵 שלום ｶﾀｶﾅ 𠮷野家";

  private final boolean thanks;
  private final boolean japanese;

  private DifficultSamples(String kind, String language) {
    this.thanks = kind.equals("thank-you");
    this.japanese = language.equals("ja");
  }

  /**
   * The samples for one mail; the first is a usual one, with everything there.
   *
   * @param language {@code ja} or {@code en}, for their names
   * @throws IllegalArgumentException if there is no such mail
   */
  public static List<Sample> of(String kind, String language) {
    if (!BuiltInTemplates.KINDS.contains(kind)) {
      throw new IllegalArgumentException(
          "kind must be one of " + BuiltInTemplates.KINDS + ", but is \"" + kind + "\"");
    }
    return new DifficultSamples(kind, language).all();
  }

  private List<Sample> all() {
    String plain = japanese ? "深蒸し煎茶「朝露」100g" : "Tokoname teapot, 280 ml";
    String name = japanese ? "山田 花子" : "Anna Berg";
    List<Sample> all = new ArrayList<>();
    all.add(sample("すべてそろった例", "everything there", name, plain, 2, 4, true));
    all.add(without("customer", sample("名前のないお客様", "no customer", name, plain, 2, 4, true)));
    all.add(sample("空の名前", "an empty name", "", plain, 1, 1, true));
    all.add(sample("画像や価格などがない例", "no pictures, no prices", name, plain, 2, 2, false));
    all.add(sample("とても長い名前と商品名", "very long names", LONG, LONG, 3, 4, true));
    all.add(sample("絵文字と右から左の文字", "emoji and right to left", SCRIPTS, SCRIPTS, 2, 3, true));
    all.add(sample("HTML を含む名前と商品名", "HTML in names", HOSTILE, HOSTILE, 2, 4, true));
    all.add(sample("おすすめが一品", "one item", name, plain, 1, 1, true));
    if (thanks) {
      all.add(sample("おすすめなし", "no recommendations", name, plain, 1, 0, true));
      all.add(sample("注文が三十行", "thirty lines", name, plain, 30, 4, true));
      all.add(sample("送料も値引きもない例", "no extras at all", name, plain, 1, 0, false));
    }
    all.add(empties(sample("空の価格など", "empty texts", name, plain, 2, 2, true)));
    return List.copyOf(all);
  }

  private Sample sample(
      String ja, String en, String name, String title, int lines, int items, boolean extras) {
    Map<String, Object> model = new HashMap<>();
    model.put(
        "shop",
        Map.of(
            "name", "茶と器 きっかけ",
            "url", "https://shop.example/",
            "address", "〒604-8001 京都府京都市中京区上本能寺前町488"));
    model.put("customer", Map.of("name", name));
    String refuse = "https://mail.shop.example/u/v2.k.YW5uYQ.x?m=1&l=ja";
    if (extras) {
      model.put("preferencesUrl", "https://mail.shop.example/p/v2.k.YW5uYQ.x");
    }
    if (!thanks) {
      model.put("items", items(title, items, extras));
      model.put("unsubscribeUrl", refuse);
    } else {
      model.put("order", order(title, lines, extras));
      if (items > 0) {
        model.put("recommendations", Map.of("items", items(title, items, extras)));
        model.put("unsubscribeUrl", refuse);
      }
    }
    return new Sample(japanese ? ja : en, model);
  }

  private static Map<String, Object> order(String title, int count, boolean extras) {
    Map<String, Object> order = new HashMap<>();
    order.put("id", "KK-20417");
    order.put("date", "2026年4月12日");
    order.put("total", "¥9,460");
    if (extras) {
      order.put("shipping", "¥550");
      order.put("discount", "−¥500");
    }
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      Map<String, Object> line = new HashMap<>();
      line.put("title", title);
      line.put("quantity", i);
      line.put("amount", "¥" + i + ",320");
      if (extras) {
        line.put("url", "https://shop.example/items/" + i);
        line.put("image", "https://shop.example/images/" + i + ".jpg");
      }
      lines.add(line);
    }
    order.put("lines", lines);
    return order;
  }

  private List<Map<String, Object>> items(String title, int count, boolean extras) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      Map<String, Object> item = new HashMap<>();
      item.put("title", title);
      item.put("url", "https://shop.example/items/" + i + "?from=mail&n=" + i);
      item.put("reason", japanese ? "ご購入の品とよく一緒に選ばれています" : "Often chosen with what you bought");
      if (extras) {
        item.put("image", "https://shop.example/images/" + i + ".jpg");
        item.put("price", "¥2,160");
      }
      items.add(item);
    }
    return items;
  }

  private static Sample without(String name, Sample sample) {
    Map<String, Object> model = new HashMap<>(sample.model());
    model.remove(name);
    return new Sample(sample.name(), model);
  }

  /** With empty texts where there may be none at all. */
  private static Sample empties(Sample sample) {
    return new Sample(sample.name(), emptied(sample.model()));
  }

  private static Map<String, Object> emptied(Map<?, ?> group) {
    Map<String, Object> emptied = new HashMap<>();
    group.forEach((key, value) -> {
      String name = String.valueOf(key);
      boolean text =
          List.of("price", "shipping", "discount", "image", "preferencesUrl").contains(name);
      emptied.put(name, text ? "" : emptied(value));
    });
    return emptied;
  }

  private static Object emptied(Object value) {
    return switch (value) {
      case Map<?, ?> group -> emptied(group);
      case List<?> list -> list.stream().map(DifficultSamples::emptied).toList();
      default -> value;
    };
  }
}
