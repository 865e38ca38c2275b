package kikkake.mail;

import com.samskivert.mustache.Template;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import kikkake.customer.Profile;
import kikkake.event.AdvertisingKinds;

/** The page on which a customer chooses which mails come, in Japanese or English. */
public final class PreferencesPage {
  private static final Map<String, String> JAPANESE =
      Map.of(
          "recommendation", "お買い物に合わせた、おすすめ商品のご案内",
          "browse-follow-up", "ご覧になった商品のご案内",
          "often-shop", "お店にまかせる",
          "often-fact", "回数：%s",
          "often-n", "多くても週に%s通",
          "pause-no", "休まない",
          "pause-n", "%s週間休む",
          "pause-keep", "いまのまま（%sまで）",
          "none", "おすすめ・お知らせのメールは、お届けしません。",
          "paused", "%sまで、お休みします。");
  private static final Map<String, String> ENGLISH =
      Map.of(
          "recommendation", "Recommendations that go with what I bought",
          "browse-follow-up", "Reminders of what I looked at",
          "often-shop", "As the shop thinks best",
          "often-fact", "How often: %s",
          "often-n", "At most %s a week",
          "pause-no", "No pause",
          "pause-n", "Pause for %s weeks",
          "pause-keep", "As it is now (until %s)",
          "none", "No recommendations or news will come.",
          "paused", "Paused until %s.");

  private final Template template = Pages.load("preferences");
  private final String shopName;
  private final Supplier<ZoneId> zone;

  /**
   * The page of a shop.
   *
   * @param zone the shop's, for dates where the customer's is unknown
   */
  public PreferencesPage(String shopName, Supplier<ZoneId> zone) {
    this.shopName = shopName;
    this.zone = zone;
  }

  /**
   * Asks.
   *
   * @param language a BCP 47 tag or an {@code Accept-Language} header; the first one counts
   */
  public String ask(Profile profile, String language, Instant now) {
    Map<String, String> words = words(language);
    List<Map<String, Object>> kinds = new ArrayList<>();
    for (String kind : AdvertisingKinds.ALL) {
      kinds.add(choice(kind, word(words, kind), profile.wants(kind)));
    }
    List<Map<String, Object>> often = new ArrayList<>();
    String most = profile.mostPerWeek() == null ? "shop" : profile.mostPerWeek().toString();
    for (String value : PreferenceForm.OFTEN) {
      often.add(choice(value, often(words, value), value.equals(most)));
    }
    List<Map<String, Object>> pause = new ArrayList<>();
    Instant until = profile.pausedUntil();
    boolean paused = until != null && until.isAfter(now);
    if (until != null && paused) {
      String keep = word(words, "pause-keep").formatted(date(profile, until, language));
      pause.add(choice(PreferenceForm.KEEP, keep, true));
    }
    for (String value : PreferenceForm.PAUSE) {
      pause.add(choice(value, pause(words, value), !paused && value.equals("no")));
    }
    return page("ask", Map.of("kinds", kinds, "often", often, "pause", pause), language);
  }

  /** Says what holds now. */
  public String saved(Profile profile, String language, Instant now) {
    Map<String, String> words = words(language);
    List<String> facts = new ArrayList<>();
    AdvertisingKinds.ALL.stream()
        .filter(profile::wants)
        .forEach(kind -> facts.add(word(words, kind)));
    if (facts.isEmpty()) {
      facts.add(word(words, "none"));
    } else {
      String most = profile.mostPerWeek() == null ? "shop" : profile.mostPerWeek().toString();
      facts.add(word(words, "often-fact").formatted(often(words, most)));
      Instant until = profile.pausedUntil();
      if (until != null && until.isAfter(now)) {
        facts.add(word(words, "paused").formatted(date(profile, until, language)));
      }
    }
    return page("saved", Map.of("facts", facts), language);
  }

  /** Says that the customer was erased, and no advertising comes. */
  public String gone(String language) {
    return page("gone", Map.of(), language);
  }

  /** Says that the form was not understood and nothing was changed. */
  public String wrong(String language) {
    return page("wrong", Map.of(), language);
  }

  /** Says that the link is not one of ours. */
  public String unknown(String language) {
    return page("unknown", Map.of(), language);
  }

  private String page(String what, Map<String, Object> model, String language) {
    boolean japanese = language.startsWith("ja");
    Map<String, Object> all = new HashMap<>(model);
    all.putAll(Map.of("shop", shopName, "ja", japanese, "en", !japanese, "is-" + what, true));
    return template.execute(all);
  }

  private static Map<String, Object> choice(String value, String label, boolean checked) {
    return Map.of("value", value, "label", label, "checked", checked);
  }

  private static String often(Map<String, String> words, String value) {
    return value.equals("shop")
        ? word(words, "often-shop")
        : word(words, "often-n").formatted(value);
  }

  private static String pause(Map<String, String> words, String value) {
    String text = word(words, value.equals("no") ? "pause-no" : "pause-n").formatted(value);
    return value.equals("1") ? text.replace("1 weeks", "1 week") : text;
  }

  private String date(Profile profile, Instant time, String language) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(language.startsWith("ja") ? Locale.JAPAN : Locale.UK)
        .format(time.atZone(profile.zoneOr(zone.get())));
  }

  private static Map<String, String> words(String language) {
    return language.startsWith("ja") ? JAPANESE : ENGLISH;
  }

  private static String word(Map<String, String> words, String name) {
    String word = words.get(name);
    if (word == null) {
      throw new IllegalStateException("The preference page has no words for " + name);
    }
    return word;
  }
}
