package kikkake.local;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import kikkake.event.ItemId;
import kikkake.event.ItemUpdated;
import kikkake.event.OrderLine;
import org.jspecify.annotations.Nullable;

/** One thing that the sample shop sells. */
record SampleItem(ItemId id, String title, int price, Family family) {
  static final Currency YEN = Currency.getInstance("JPY");

  /**
   * The same thing in its colours or sizes.
   *
   * @param usedUp tea and sweets, which are bought again and again
   * @param firstMonth the first month of the year in which it is sold, to {@code lastMonth}
   * @param delivery how many pieces come at a time; 0 means they are not counted
   */
  record Family(
      String code,
      String category,
      String title,
      boolean usedUp,
      int firstMonth,
      int lastMonth,
      int delivery,
      List<Companion> companions) {

    boolean seasonal() {
      return firstMonth > 1 || lastMonth < 12;
    }

    boolean inSeason(int month) {
      return firstMonth <= month && month <= lastMonth;
    }
  }

  /** What is bought with it, in so many of a hundred orders. */
  record Companion(String family, int percent) {}

  /** family|category|title|used up|months|delivery|companion:percent ...|code=label=yen ... */
  private static final String CATALOG =
      """
      fukamushi|緑茶|深蒸し煎茶|yes|1-12|0|washi-chazutsu:10 yokan:14 chasaji:6|50=50g=650 100=100g=1200 200=200g=2200
      shincha|緑茶|新茶 八十八夜摘み|yes|5-7|0|yokan:18 kumidashi:8|50=50g=900 100=100g=1700
      gyokuro|緑茶|玉露|yes|1-12|30|kumidashi:14 yokan:12 kaba-chazutsu:5|50=50g=1600 100=100g=3000
      genmaicha|緑茶|玄米茶|yes|1-12|0|senbei:18 yunomi:6|100=100g=620 200=200g=1100
      mizudashi|緑茶|水出し煎茶 ティーバッグ|yes|5-9|0|reicha-pot:12 reicha-glass:12|10=10個入=700 30=30個入=1800
      hojicha|ほうじ茶|茎ほうじ茶|yes|1-12|0|dobin:8 senbei:16|100=100g=600 200=200g=1080
      hojicha-bag|ほうじ茶|ほうじ茶 ティーバッグ|yes|1-12|0|mug:10 senbei:10|15=15個入=650 40=40個入=1500
      matcha|抹茶|抹茶 薄茶用|yes|1-12|40|chasen:10 yokan:18 chawan:7|20=20g缶=1300 40=40g缶=2400
      chasen|抹茶|茶筅|no|1-12|12|matcha:60 chawan:15|80=八十本立=2300 100=百本立=2800
      chawan|抹茶|抹茶碗|no|1-12|6|chasen:35 matcha:45|kuro=黒釉=4800 shiro=白釉=4800 seiji=青磁=5200
      tokoname|急須|常滑焼 急須|no|1-12|7|yunomi:45 fukamushi:40 chasaji:15|shudei=朱泥=5500 kokudei=黒泥=5500
      banko|急須|萬古焼 急須 紫泥|no|1-12|5|kumidashi:40 fukamushi:30 kaba-chazutsu:12|small=小=6200 large=大=7400
      dobin|急須|土瓶 飴釉|no|1-12|6|hojicha:45 mug:15|600=600ml=4600 900=900ml=5400
      reicha-pot|急須|耐熱ガラス 冷茶ポット|no|5-9|14|mizudashi:50 reicha-glass:45|750=750ml=2400 1000=1000ml=2900
      yunomi|湯のみ|美濃焼 湯のみ|no|1-12|18|kashizara:10 genmaicha:15|ai=藍=1500 kohiki=粉引=1500 oribe=織部=1700 sakura=桜=1600
      kumidashi|湯のみ|汲出碗|no|1-12|12|obon:12 gyokuro:20|kohiki=粉引=1800 hakeme=刷毛目=1800 mishima=三島=2000
      mug|湯のみ|蓋付きマグカップ|no|1-12|10|hojicha-bag:35|sometsuke=染付=2600 kinari=生成り=2400 sakura=桜=2600
      reicha-glass|湯のみ|冷茶グラス|no|5-9|18|mizudashi:40|clear=透明=1300 amber=琥珀=1400 ruri=瑠璃=1400
      washi-chazutsu|茶筒・茶さじ|和紙貼り茶筒|no|1-12|9|fukamushi:50 chasaji:15|beni=紅=1400 ai=藍=1400 wakakusa=若草=1400
      kaba-chazutsu|茶筒・茶さじ|桜皮細工の茶筒|no|1-12|4|gyokuro:25 fukamushi:30|small=小=6800 large=大=8500
      chasaji|茶筒・茶さじ|茶さじ|no|1-12|15|fukamushi:25|sakura=桜材=900 take=竹=700
      mamezara|皿・盆|豆皿|no|1-12|16|yokan:25|chidori=千鳥=900 ume=梅=900 seigaiha=青海波=900 usagi=月うさぎ=1000
      kashizara|皿・盆|漆の菓子皿|no|1-12|8|yokan:35|shu=朱=2200 kuro=黒=2200
      obon|皿・盆|欅の丸盆|no|1-12|5|yunomi:20|24=24cm=3800 30=30cm=5200
      yokan|菓子|一口羊羹|yes|1-12|0|kashizara:6 fukamushi:20|5=5本入=1100 10=10本入=2100
      senbei|菓子|手焼き煎餅|yes|1-12|0|hojicha:20|shoyu=醤油=480 shio=塩=480
      kuri|菓子|栗きんとん|yes|9-10|25|matcha:15 kashizara:8|6=6個入=1900 10=10個入=3000
      """;

  static List<SampleItem> all() {
    List<SampleItem> items = new ArrayList<>();
    CATALOG.lines().forEach(line -> items.addAll(family(line.split("\\|", -1))));
    return items;
  }

  private static List<SampleItem> family(String[] cells) {
    String[] months = cells[4].split("-", -1);
    List<Companion> companions = new ArrayList<>();
    for (String companion : cells[6].split(" ", -1)) {
      String[] parts = companion.split(":", -1);
      companions.add(new Companion(parts[0], Integer.parseInt(parts[1])));
    }
    Family family =
        new Family(
            cells[0],
            cells[1],
            cells[2],
            cells[3].equals("yes"),
            Integer.parseInt(months[0]),
            Integer.parseInt(months[1]),
            Integer.parseInt(cells[5]),
            List.copyOf(companions));
    List<SampleItem> items = new ArrayList<>();
    for (String variant : cells[7].split(" ", -1)) {
      String[] parts = variant.split("=", -1);
      items.add(
          new SampleItem(
              new ItemId(family.code() + "-" + parts[0]),
              family.title() + " " + parts[1],
              Integer.parseInt(parts[2]),
              family));
    }
    return items;
  }

  OrderLine line(int quantity) {
    return new OrderLine(id, title, quantity, BigDecimal.valueOf(price));
  }

  /** The item as the shop's catalog tells of it; the shop serves no pictures. */
  ItemUpdated updated(Instant at, @Nullable Integer stock, boolean published) {
    return new ItemUpdated(
        id,
        at,
        title,
        "https://shop.example.com/items/" + id,
        null,
        BigDecimal.valueOf(price),
        YEN,
        stock,
        family.category(),
        family.code(),
        published);
  }
}
