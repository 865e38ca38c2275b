package kikkake.local;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kikkake.customer.Customers;
import kikkake.customer.Profile;
import kikkake.event.CustomerId;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import kikkake.mail.MailState;
import kikkake.mail.PlannedMail;
import kikkake.mail.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Counts the mails of a replay that went although a limit forbade it. It shares no rule with the
 * gates: it looks at what went, when and to whom, and counts the hours, days and mails itself.
 *
 * <p>The limits are those that stand in the end: settings, a customer's zone and a customer's own
 * weekly cap that were other ones while a mail went are not known any more.
 */
final class LimitsCheck {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);

  /** Of two at the same moment the advertising counts as the earlier, which is the kinder order. */
  private static final Comparator<Went> IN_ORDER =
      Comparator.comparing(Went::at)
          .thenComparing(mail -> !mail.advertising())
          .thenComparing(mail -> mail.key().kind())
          .thenComparing(mail -> mail.key().businessKey());

  private final Settings settings;

  LimitsCheck(Settings settings) {
    this.settings = settings;
  }

  /**
   * A mail that went.
   *
   * @param advertising whether it recommends anything
   * @param causedAt when the customer did what it is about
   * @param zone of the recipient
   * @param mostPerWeek the recipient's own weekly cap; null leaves it to the shop
   */
  record Went(
      MailKey key,
      boolean advertising,
      Instant causedAt,
      Instant at,
      ZoneId zone,
      @Nullable Integer mostPerWeek) {}

  /** The mails that should not have gone, earliest first for each customer. */
  record Broken(List<MailKey> aboveTheCaps, List<MailKey> outsideTheHours) {
    Broken {
      aboveTheCaps = List.copyOf(aboveTheCaps);
      outsideTheHours = List.copyOf(outsideTheHours);
    }

    boolean isEmpty() {
      return aboveTheCaps.isEmpty() && outsideTheHours.isEmpty();
    }
  }

  /** Those of the planned mails that went, with what is known of their recipients. */
  List<Went> went(List<PlannedMail> mails, Customers customers) {
    Map<CustomerId, Profile> profiles = new HashMap<>();
    List<Went> went = new ArrayList<>();
    for (PlannedMail mail : mails) {
      if (mail.state() instanceof MailState.Sent sent) {
        Profile profile =
            profiles.computeIfAbsent(
                mail.key().customer(),
                id -> customers.find(id).orElseGet(() -> Profile.unknown(id)));
        went.add(
            new Went(
                mail.key(),
                mail.key().kind() != MailKind.THANK_YOU || !mail.items().isEmpty(),
                mail.occurredAt(),
                sent.at(),
                profile.zoneOr(settings.zone()),
                profile.mostPerWeek()));
      }
    }
    return went;
  }

  /** Which of the mails should not have gone. */
  Broken of(List<Went> mails) {
    Map<CustomerId, List<Went>> byCustomer = new HashMap<>();
    mails.forEach(mail ->
        byCustomer.computeIfAbsent(mail.key().customer(), id -> new ArrayList<>()).add(mail));
    List<MailKey> aboveTheCaps = new ArrayList<>();
    List<MailKey> outsideTheHours = new ArrayList<>();
    byCustomer.values().stream()
        .sorted(Comparator.comparing(all -> all.getFirst().key().customer()))
        .forEach(all -> {
          all.sort(IN_ORDER);
          for (int i = 0; i < all.size(); i++) {
            Went mail = all.get(i);
            if (isAboveACap(mail, all.subList(0, i))) {
              aboveTheCaps.add(mail.key());
            }
            if (isQuiet(mail.at().atZone(mail.zone()).toLocalTime()) && !answers(mail)) {
              outsideTheHours.add(mail.key());
            }
          }
        });
    return new Broken(aboveTheCaps, outsideTheHours);
  }

  private boolean isAboveACap(Went mail, List<Went> before) {
    Integer day = settings.capPerDay();
    Integer week = settings.capPerWeek();
    Integer own = mail.mostPerWeek();
    return mail.advertising()
        && ((day != null && within(DAY, mail, before) >= day)
            || (week != null && within(WEEK, mail, before) >= week)
            || (own != null && within(WEEK, mail, before) >= own));
  }

  /** How many mails went so shortly before; one that is exactly as old as the window is out. */
  private static long within(Duration window, Went mail, List<Went> before) {
    Instant begin = mail.at().minus(window);
    return before.stream().filter(other -> other.at().isAfter(begin)).count();
  }

  /** Whether the wall's clock shows a quiet hour: less after their begin than they are long. */
  private boolean isQuiet(LocalTime wall) {
    LocalTime from = settings.quietHours().from();
    LocalTime to = settings.quietHours().to();
    return from != null && to != null && after(from, wall) < after(from, to);
  }

  /** How long after one hour of the wall's clock it shows the other. */
  private static long after(LocalTime from, LocalTime time) {
    return Math.floorMod(time.toNanoOfDay() - from.toNanoOfDay(), DAY.toNanos());
  }

  /** Plain thanks for an order that was placed just now. */
  private boolean answers(Went mail) {
    return !mail.advertising()
        && !mail.at().isAfter(mail.causedAt().plus(settings.quietHours().answerWithin()));
  }
}
