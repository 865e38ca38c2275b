package kikkake.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Models of the built-in mails as a tea shop would send them, for pictures of them. */
final class MailsToLookAt {
  /** title|yen|reason; the picture of the last one is missing. */
  private static final Map<String, List<String>> ITEMS =
      Map.of(
          "ja",
          List.of(
              "常滑焼 急須 朱泥|¥5,500|「深蒸し煎茶」と一緒に選ばれています",
              "美濃焼 湯のみ 織部|¥1,700|最近ご覧になった品です",
              "和紙の茶筒（大）|¥1,450|「深蒸し煎茶」と一緒に選ばれています",
              "手焼き煎餅 醤油|¥780|いま人気の商品です"),
          "en",
          List.of(
              "Tokoname teapot, red clay|¥5,500|Often chosen with “Fukamushi sencha”",
              "Oribe tea cup|¥1,700|You looked at it lately",
              "Washi tea caddy, large|¥1,450|Often chosen with “Fukamushi sencha”",
              "Rice crackers, soy sauce|¥780|Popular right now"));

  private MailsToLookAt() {}

  static Map<String, Object> model(String kind, String language) {
    boolean japanese = language.equals("ja");
    Map<String, Object> model = new HashMap<>();
    model.put(
        "shop",
        Map.of(
            "name", japanese ? "茶と器 きっかけ堂" : "Kikkake Tea & Ware",
            "url", "https://shop.example/",
            "address", japanese ? "〒604-0000 京都市中京区見本町1-2" : "1-2 Mihoncho, Nakagyo-ku, Kyoto"));
    model.put("customer", Map.of("name", japanese ? "石川 恵" : "Megumi Ishikawa"));
    model.put("unsubscribeUrl", "https://mail.shop.example/u/v2.k.YW5uYQ.x");
    model.put("preferencesUrl", "https://mail.shop.example/p/v2.k.YW5uYQ.x");
    if (kind.equals("thank-you")) {
      model.put("order", order(japanese));
      model.put("recommendations", Map.of("items", items(language)));
    } else {
      model.put("items", items(language));
    }
    return model;
  }

  private static Map<String, Object> order(boolean japanese) {
    return Map.of(
        "id", "S-20261031-02163",
        "date", japanese ? "2026年10月31日" : "31 October 2026",
        "total", "¥5,290",
        "shipping", "¥550",
        "discount", "−¥500",
        "lines",
            List.of(
                line(japanese ? "深蒸し煎茶 100g" : "Fukamushi sencha, 100 g", 2, "¥2,400", 1),
                line(
                    japanese ? "本煉羊羹（小倉・抹茶 詰め合わせ）" : "Yokan, red bean and matcha",
                    1,
                    "¥2,840",
                    2)));
  }

  private static Map<String, Object> line(String title, int quantity, String amount, int number) {
    return Map.of(
        "title", title,
        "quantity", quantity,
        "amount", amount,
        "url", "https://shop.example/items/" + number,
        "image", "https://shop.example/images/" + number + ".svg");
  }

  private static List<Map<String, Object>> items(String language) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (String row : ITEMS.getOrDefault(language, List.of())) {
      String[] cells = row.split("\\|", -1);
      Map<String, Object> item = new HashMap<>();
      item.put("title", cells[0]);
      item.put("price", cells[1]);
      item.put("reason", cells[2]);
      item.put("url", "https://shop.example/items/r" + items.size());
      if (items.size() < 3) {
        item.put("image", "https://shop.example/images/" + (items.size() + 3) + ".svg");
      }
      items.add(item);
    }
    return items;
  }

  /** A made-up picture of a thing from a tea shop. */
  static String picture(String address) {
    int number =
        address.replaceAll("\\D", "").isEmpty() ? 0 : address.codePointAt(address.length() - 5);
    String glaze = List.of("#7c8f6f", "#a4583c", "#5b6b73", "#b99a5b", "#6d5a7a").get(number % 5);
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 112 112" width="112" height="112">
    <rect width="112" height="112" fill="#e9e1d1"/><rect y="82" width="112" height="30" fill="#d8ccb6"/>
    <path d="M30 40 h52 l-6 42 q-1 6 -8 6 h-24 q-7 0 -8 -6 z" fill="%s"/>
    <ellipse cx="56" cy="40" rx="26" ry="6" fill="#3d3a34"/></svg>
    """
        .formatted(glaze);
  }
}
