package kikkake.local;

import static kikkake.TestData.ANNA;
import static kikkake.mail.MailKind.RECOMMENDATION;
import static kikkake.mail.MailKind.THANK_YOU;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kikkake.event.CustomerId;
import kikkake.local.LimitsCheck.Went;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import kikkake.mail.Settings;
import org.jspecify.annotations.Nullable;

/** Mails that went to customers of a shop in London, and the check of its limits on them. */
final class WentMails {
  static final ZoneId LONDON = ZoneId.of("Europe/London");
  static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  static final Instant NOON = Instant.parse("2026-06-10T11:00:00Z");

  /** Two mails a day, five a week, quiet from 21:00 to 08:00, answers within 15 minutes. */
  static final Map<String, String> SHOP = Map.of("zone", "Europe/London");

  private WentMails() {}

  static LimitsCheck.Broken check(Map<String, String> changes, Went... mails) {
    Map<String, String> texts = new HashMap<>(SHOP);
    texts.putAll(changes);
    return new LimitsCheck(Settings.of(texts)).of(List.of(mails));
  }

  static LimitsCheck.Broken check(Went... mails) {
    return check(Map.of(), mails);
  }

  static Went mail(
      CustomerId customer, MailKind kind, String key, Instant at, @Nullable Integer mostPerWeek) {
    return new Went(
        new MailKey(customer, kind, key),
        kind.advertising(),
        at.minus(Duration.ofHours(1)),
        at,
        LONDON,
        mostPerWeek);
  }

  static Went advert(String key, Instant at) {
    return mail(ANNA, RECOMMENDATION, key, at, null);
  }

  static Went thanks(String key, Instant at) {
    return mail(ANNA, THANK_YOU, key, at, null);
  }

  static Went answer(String key, boolean advertising, Instant orderedAt, Duration later) {
    return new Went(
        new MailKey(ANNA, THANK_YOU, key),
        advertising,
        orderedAt,
        orderedAt.plus(later),
        LONDON,
        null);
  }

  static Instant hoursLater(int hours) {
    return NOON.plus(Duration.ofHours(hours));
  }
}
