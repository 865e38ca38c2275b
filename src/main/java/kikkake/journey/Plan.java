package kikkake.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import kikkake.event.CustomerId;
import kikkake.event.OrderId;
import kikkake.event.Purchased;
import kikkake.mail.JourneySettings;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import kikkake.mail.PlannedMail;
import kikkake.mail.Reason;
import kikkake.mail.Settings;
import kikkake.mail.Situation;
import kikkake.mail.Verdict;

/** What a journey makes of an event. */
sealed interface Plan {
  /** A mail. */
  record Mail(PlannedMail mail) implements Plan {}

  /** No mail, and why; for the history. */
  record Nothing(Reason reason) implements Plan {}

  /** Clocks of shops and browsers may be this much ahead of ours. */
  Duration TOLERANCE = Duration.ofMinutes(10);

  /** The mail of that kind that an order gives rise to. */
  static Plan forOrder(
      MailKind kind,
      Purchased order,
      CustomerId customer,
      ZoneId zone,
      Settings settings,
      Instant now) {
    MailKey key = new MailKey(customer, kind, order.order().value());
    return of(key, settings.journey(kind), order.occurredAt(), zone, now);
  }

  /**
   * The mail that an event gives rise to, or nothing where the journey is off, or the event is so
   * old that the mail's shelf life has ended, or it lies in the future.
   *
   * @param zone of the customer
   */
  static Plan of(
      MailKey key, JourneySettings settings, Instant occurredAt, ZoneId zone, Instant now) {
    if (!settings.on()) {
      return new Nothing(Reason.SWITCHED_OFF);
    }
    if (occurredAt.isAfter(now.plus(TOLERANCE))) {
      return new Nothing(Reason.ORDER_DATED_AHEAD);
    }
    Instant due = due(settings, occurredAt, zone);
    Instant expires = due.plus(settings.shelfLife());
    if (now.isAfter(expires)) {
      return new Nothing(Reason.TOO_LATE);
    }
    return new Mail(
        PlannedMail.planned(key, occurredAt, now, due.isBefore(now) ? now : due, expires));
  }

  /** Whether the order that a mail is about is there and stands. */
  static Verdict whileItsOrderStands(Situation situation) {
    OrderId id = new OrderId(situation.mail().key().businessKey());
    if (situation.history().purchase(id).isEmpty()) {
      return untilItsOrderIsThere(situation.mail(), situation.now());
    }
    return situation.history().isVoid(id) ? new Verdict.Skip(Reason.ORDER_CANCELLED) : Verdict.GO;
  }

  /**
   * Waits for the order of a mail that was planned before its order was written: the writer is at
   * it, or its message comes again, or it lies in the dead letters and somebody brings it back.
   */
  private static Verdict.Hold untilItsOrderIsThere(PlannedMail mail, Instant now) {
    boolean justPlanned = now.isBefore(mail.plannedAt().plus(Duration.ofMinutes(10)));
    Duration wait = justPlanned ? Duration.ofMinutes(1) : Duration.ofHours(1);
    return new Verdict.Hold(now.plus(wait), Reason.ORDER_NOT_YET_IN_HISTORY);
  }

  private static Instant due(JourneySettings settings, Instant occurredAt, ZoneId zone) {
    LocalTime at = settings.at();
    if (at == null) {
      return occurredAt.plus(settings.delay());
    }
    // Days of the calendar: those on which the clocks change have not 24 hours.
    long days = settings.delay().toDays();
    ZonedDateTime due =
        occurredAt.atZone(zone).plusDays(days).plus(settings.delay().minusDays(days));
    // The gap of a daylight-saving change moves the hour forward, as java.time does.
    Instant onTheDay = due.toLocalDate().atTime(at).atZone(zone).toInstant();
    // A delay of hours leads to the next such hour; a delay of days to that hour of that day.
    return days == 0 && onTheDay.isBefore(due.toInstant())
        ? due.toLocalDate().plusDays(1).atTime(at).atZone(zone).toInstant()
        : onTheDay;
  }
}
