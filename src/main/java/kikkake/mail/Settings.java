package kikkake.mail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What a shop sets without a deploy.
 *
 * @param zone for customers whose own zone is unknown
 * @param language BCP 47 tag, for customers whose own language is unknown
 * @param capPerDay from how many mails in 24 hours on advertising waits; null for no cap
 * @param capPerWeek the same in 7 days
 * @param mergeWindow mails of one customer closer together than this give way to the more important
 * @param settleAfter how long a mail in doubt waits for an event of SES
 * @param holdoutPercent how many customers of a hundred get no advertising, for comparison
 * @param sendRate mails a second that SES allows the shop, all senders together
 * @param approvalByAnother whether in the studio nobody approves what is their own work
 */
public record Settings(
    ZoneId zone,
    String language,
    QuietHours quietHours,
    @Nullable Integer capPerDay,
    @Nullable Integer capPerWeek,
    Duration mergeWindow,
    Duration settleAfter,
    int holdoutPercent,
    int sendRate,
    boolean approvalByAnother,
    Map<MailKind, JourneySettings> journeys) {
  public static final Settings DEFAULTS =
      new Settings(
          ZoneId.of("Asia/Tokyo"),
          "ja",
          new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), Duration.ofMinutes(15)),
          2,
          5,
          Duration.ofHours(4),
          Duration.ofDays(1),
          0,
          14,
          true,
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
    return SettingsTexts.read(texts);
  }

  /** These settings as texts, every name there is. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("zone", zone.getId());
    texts.put("language", language);
    texts.put("quietHours.from", text(quietHours.from()));
    texts.put("quietHours.to", text(quietHours.to()));
    texts.put("quietHours.answerWithin", quietHours.answerWithin().toString());
    texts.put("cap.day", text(capPerDay));
    texts.put("cap.week", text(capPerWeek));
    texts.put("mergeWindow", mergeWindow.toString());
    texts.put("inDoubt.settleAfter", settleAfter.toString());
    texts.put("holdout.percent", Integer.toString(holdoutPercent));
    texts.put("sendRate", Integer.toString(sendRate));
    texts.put("approval.byAnother", yesOrNo(approvalByAnother));
    for (MailKind kind : MailKind.values()) {
      JourneySettings journey = journey(kind);
      texts.put(kind.label() + ".on", yesOrNo(journey.on()));
      texts.put(kind.label() + ".delay", journey.delay().toString());
      texts.put(kind.label() + ".at", text(journey.at()));
      texts.put(kind.label() + ".shelfLife", journey.shelfLife().toString());
    }
    return texts;
  }

  /** A short name for exactly these settings, so that a decision can say which ones it followed. */
  public String version() {
    CRC32 sum = new CRC32();
    sum.update(texts().toString().getBytes(StandardCharsets.UTF_8));
    return Long.toString(sum.getValue(), 36);
  }

  private static String yesOrNo(boolean value) {
    return value ? "yes" : "no";
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
