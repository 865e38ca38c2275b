package kikkake.mail;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@link Settings} from texts; an error names the setting and what it must be. */
final class SettingsTexts {
  private static final String DURATION = "a duration like PT4H or P3D";
  private static final int MOST_PER_SECOND = 10_000;
  private static final int MOST_MAILS = 100;

  private final Map<String, String> texts;

  private SettingsTexts(Map<String, String> texts) {
    this.texts = texts;
  }

  static Settings read(Map<String, String> given) {
    Map<String, String> known = Settings.DEFAULTS.texts();
    for (String name : given.keySet()) {
      if (!known.containsKey(name)) {
        throw new IllegalArgumentException(
            name + " is not a setting; there are " + String.join(", ", known.keySet()));
      }
    }
    known.putAll(given);
    return new SettingsTexts(known).settings();
  }

  private Settings settings() {
    Map<MailKind, JourneySettings> journeys = new EnumMap<>(MailKind.class);
    for (MailKind kind : MailKind.values()) {
      String prefix = kind.label() + ".";
      journeys.put(
          kind,
          new JourneySettings(
              yesOrNo(prefix + "on"),
              duration(prefix + "delay"),
              hour(prefix + "at"),
              duration(prefix + "shelfLife")));
    }
    return new Settings(
        read("zone", "an IANA time zone like Asia/Tokyo", ZoneId::of),
        read("language", "ja or en", SettingsTexts::language),
        new QuietHours(
            hour("quietHours.from"), hour("quietHours.to"), duration("quietHours.answerWithin")),
        cap("cap.day"),
        cap("cap.week"),
        duration("mergeWindow"),
        duration("inDoubt.settleAfter"),
        whole("holdout.percent", 0, 100),
        whole("sendRate", 1, MOST_PER_SECOND),
        yesOrNo("approval.byAnother"),
        journeys);
  }

  private boolean yesOrNo(String name) {
    return switch (texts.get(name)) {
      case "yes" -> true;
      case "no" -> false;
      case null, default -> throw new IllegalArgumentException(name + " must be yes or no");
    };
  }

  private @Nullable LocalTime hour(String name) {
    return isEmpty(name) ? null : read(name, "an hour like 10:00, or empty", LocalTime::parse);
  }

  private @Nullable Integer cap(String name) {
    return isEmpty(name) ? null : whole(name, 0, MOST_MAILS);
  }

  private int whole(String name, int least, int most) {
    return read(
        name,
        "a whole number from " + least + " to " + most,
        text -> {
          int number = Integer.parseInt(text);
          if (number < least || number > most) {
            throw new IllegalArgumentException("out of range");
          }
          return number;
        });
  }

  private Duration duration(String name) {
    return read(
        name,
        DURATION,
        text -> {
          Duration duration = Duration.parse(text);
          if (duration.isNegative() || duration.compareTo(Duration.ofDays(366)) > 0) {
            throw new IllegalArgumentException("out of range");
          }
          return duration;
        });
  }

  private static String language(String text) {
    if (!text.equals("ja") && !text.equals("en")) {
      throw new IllegalArgumentException("unknown");
    }
    return text;
  }

  private boolean isEmpty(String name) {
    return texts.getOrDefault(name, "").isEmpty();
  }

  private <T> T read(String name, String shape, Function<String, T> reader) {
    try {
      return reader.apply(texts.getOrDefault(name, ""));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(name + " must be " + shape, e);
    }
  }
}
