package kikkake.mail;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a shop sets without a deploy.
 *
 * @param zone for customers whose own zone is unknown
 * @param language BCP 47 tag, for customers whose own language is unknown
 */
public record Settings(ZoneId zone, String language, Map<MailKind, JourneySettings> journeys) {
  public static final Settings DEFAULTS =
      new Settings(
          ZoneId.of("Asia/Tokyo"),
          "ja",
          Map.of(
              MailKind.THANK_YOU,
              new JourneySettings(true, Duration.ZERO, null, Duration.ofDays(2)),
              MailKind.RECOMMENDATION,
              new JourneySettings(
                  true, Duration.ofDays(3), LocalTime.of(10, 0), Duration.ofDays(2)),
              MailKind.BROWSE_FOLLOW_UP,
              new JourneySettings(true, Duration.ofHours(4), null, Duration.ofHours(20))));

  public Settings {
    journeys = Map.copyOf(journeys);
  }

  public JourneySettings journey(MailKind kind) {
    JourneySettings journey = journeys.get(kind);
    if (journey == null) {
      throw new IllegalStateException("There are no settings for " + kind.label());
    }
    return journey;
  }

  /**
   * Reads settings from texts, as they stand in the table; what is absent is as in {@link
   * #DEFAULTS}.
   *
   * @throws IllegalArgumentException names the setting and what it must be
   */
  public static Settings of(Map<String, String> texts) {
    Map<String, String> known = DEFAULTS.texts();
    for (String name : texts.keySet()) {
      if (!known.containsKey(name)) {
        throw new IllegalArgumentException(
            name + " is not a setting; there are " + String.join(", ", known.keySet()));
      }
    }
    known.putAll(texts);
    Map<MailKind, JourneySettings> journeys = new EnumMap<>(MailKind.class);
    for (MailKind kind : MailKind.values()) {
      String prefix = kind.label() + ".";
      journeys.put(
          kind,
          new JourneySettings(
              yesOrNo(known, prefix + "on"),
              read(known, prefix + "delay", "a duration like PT4H or P3D", Settings::duration),
              hour(known, prefix + "at"),
              read(known, prefix + "shelfLife", "a duration like P2D", Settings::duration)));
    }
    return new Settings(
        read(known, "zone", "an IANA time zone like Asia/Tokyo", ZoneId::of),
        read(known, "language", "ja or en", Settings::language),
        journeys);
  }

  /** These settings as texts, every name there is. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("zone", zone.getId());
    texts.put("language", language);
    for (MailKind kind : MailKind.values()) {
      JourneySettings journey = journey(kind);
      LocalTime at = journey.at();
      texts.put(kind.label() + ".on", journey.on() ? "yes" : "no");
      texts.put(kind.label() + ".delay", journey.delay().toString());
      texts.put(kind.label() + ".at", at == null ? "" : at.toString());
      texts.put(kind.label() + ".shelfLife", journey.shelfLife().toString());
    }
    return texts;
  }

  private static boolean yesOrNo(Map<String, String> texts, String name) {
    return switch (texts.get(name)) {
      case "yes" -> true;
      case "no" -> false;
      case null, default -> throw new IllegalArgumentException(name + " must be yes or no");
    };
  }

  private static @Nullable LocalTime hour(Map<String, String> texts, String name) {
    String text = texts.get(name);
    return text == null || text.isEmpty()
        ? null
        : read(texts, name, "an hour like 10:00, or empty", LocalTime::parse);
  }

  private static Duration duration(String text) {
    Duration duration = Duration.parse(text);
    if (duration.isNegative() || duration.compareTo(Duration.ofDays(366)) > 0) {
      throw new IllegalArgumentException("out of range");
    }
    return duration;
  }

  private static String language(String text) {
    if (!text.equals("ja") && !text.equals("en")) {
      throw new IllegalArgumentException("unknown");
    }
    return text;
  }

  private static <T> T read(
      Map<String, String> texts, String name, String shape, Function<String, T> reader) {
    try {
      return reader.apply(texts.getOrDefault(name, ""));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(name + " must be " + shape, e);
    }
  }
}
