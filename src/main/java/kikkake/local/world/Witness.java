package kikkake.local.world;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kikkake.event.CustomerId;
import kikkake.event.Purchased;
import kikkake.history.CustomerHistory;
import kikkake.mail.Ledger;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import kikkake.mail.MailState;
import kikkake.mail.PlannedMail;
import kikkake.mail.SendingSwitch;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was recorded when, and says in the end which invariant was broken. It shares no
 * rule with the product: it counts the hours, days and mails itself.
 *
 * <p>A refusal counts from the moment at which it was recorded. A mail whose sender looked for the
 * last time before that moment was under way already and cannot be called back.
 */
final class Witness {
  private static final int QUIET_FROM = 21;
  private static final int QUIET_TO = 8;
  private static final Duration ANSWER_WITHIN = Duration.ofMinutes(15);
  private static final Duration SLACK = Duration.ofMinutes(20);

  private final World world;
  private final List<String> complaints = new ArrayList<>();
  private final Map<CustomerId, ZoneId> zones = new HashMap<>();
  private final List<Purchased> purchases = new ArrayList<>();
  private final Map<CustomerId, Long> refusedAt = new HashMap<>();
  private final Map<String, Long> suppressedAt = new HashMap<>();
  private final List<Off> offs = new ArrayList<>();

  /** A time in which nothing may go, from one step to another. */
  private static final class Off {
    private final long from;
    private long to = Long.MAX_VALUE;

    Off(long from) {
      this.from = from;
    }
  }

  Witness(World world) {
    this.world = world;
  }

  void knows(CustomerId customer, ZoneId zone) {
    zones.put(customer, zone);
  }

  void expects(Purchased purchase) {
    purchases.add(purchase);
  }

  void refused(CustomerId customer) {
    refusedAt.putIfAbsent(customer, world.step());
  }

  void suppressed(String address) {
    suppressedAt.putIfAbsent(address, world.step());
  }

  void turning(SendingSwitch.Mode mode) {
    if (mode == SendingSwitch.Mode.ON && !offs.isEmpty()) {
      offs.getLast().to = Math.min(offs.getLast().to, world.step());
    }
  }

  void turned(SendingSwitch.Mode mode) {
    if (mode != SendingSwitch.Mode.ON) {
      offs.add(new Off(world.step()));
    }
  }

  void complain(String what) {
    complaints.add(what);
  }

  /** What was broken; empty where nothing was. */
  List<String> judge() {
    List<Acceptance> accepted = world.ses().accepted();
    Map<MailKey, List<Acceptance>> byKey = new HashMap<>();
    accepted.forEach(a -> byKey.computeIfAbsent(a.key(), key -> new ArrayList<>()).add(a));
    byKey.forEach(this::once);
    Ledger ledger = world.http().ledger;
    for (Acceptance acceptance : accepted) {
      allowed(acceptance);
      hours(acceptance);
      caps(acceptance, accepted);
      shelfLife(acceptance, ledger.find(acceptance.key()));
    }
    ledger.forEach(mail -> ended(mail, byKey.getOrDefault(mail.key(), List.of())));
    purchases.forEach(this::kept);
    return complaints;
  }

  private void once(MailKey key, List<Acceptance> accepted) {
    long advertising = accepted.stream().filter(Acceptance::advertising).count();
    int most = key.kind() == MailKind.THANK_YOU ? 2 : 1;
    if (accepted.size() > most || advertising > 1) {
      complain(key + " was accepted " + accepted.size() + " times");
    }
  }

  private void allowed(Acceptance a) {
    Long refused = refusedAt.get(a.key().customer());
    if (a.advertising() && refused != null && a.lookStep() > refused) {
      complain(a.key() + " went after the customer refused");
    }
    Long suppressed = suppressedAt.get(a.to());
    if (suppressed != null && a.lookStep() > suppressed) {
      complain(a.key() + " went to a suppressed address");
    }
    if (offs.stream().anyMatch(off -> a.lookStep() > off.from && a.lookStep() < off.to)) {
      complain(a.key() + " went while sending was off");
    }
    if (refused != null && a.advertising() && a.step() > refused) {
      world.count("optOutsInFlight");
    }
  }

  private void hours(Acceptance a) {
    ZoneId zone = zones.get(a.key().customer());
    // The gates were asked at most a lease before the last look.
    if (zone == null
        || !isQuiet(a.lookAt(), zone)
        || !isQuiet(a.lookAt().minus(Ledger.LEASE), zone)) {
      return;
    }
    boolean answers =
        !a.advertising()
            && purchases.stream()
                .filter(purchase -> a.key().businessKey().equals(purchase.order().value()))
                .anyMatch(purchase ->
                    !a.lookAt()
                        .isAfter(purchase.occurredAt().plus(ANSWER_WITHIN).plus(Ledger.LEASE)));
    if (!answers) {
      complain(a.key() + " went at night, at " + a.lookAt().atZone(zone));
    }
  }

  private static boolean isQuiet(Instant at, ZoneId zone) {
    int hour = at.atZone(zone).getHour();
    return hour >= QUIET_FROM || hour < QUIET_TO;
  }

  private void caps(Acceptance a, List<Acceptance> accepted) {
    if (a.advertising()) {
      cap(a, accepted, Duration.ofDays(1), Simulation.CAP_DAY);
      cap(a, accepted, Duration.ofDays(7), Simulation.CAP_WEEK);
    }
  }

  private void cap(Acceptance a, List<Acceptance> accepted, Duration window, int most) {
    Instant begin = a.at().minus(window).plus(SLACK);
    long before =
        accepted.stream()
            .filter(other -> other.step() < a.step())
            .filter(other -> other.key().customer().equals(a.key().customer()))
            .filter(other -> other.at().isAfter(begin))
            .count();
    if (before >= most) {
      complain(a.key() + " went although " + before + " had gone within " + window);
    }
  }

  private void shelfLife(Acceptance a, Optional<PlannedMail> mail) {
    mail.ifPresent(planned -> {
      if (a.lookAt().isAfter(planned.expiresAt().plus(Ledger.LEASE))) {
        complain(a.key() + " went past its shelf life");
      }
    });
  }

  private void ended(PlannedMail mail, List<Acceptance> accepted) {
    String wrong = wrong(mail.state(), accepted.size());
    if (wrong != null) {
      complain(mail.key() + " ended as " + mail.state() + ": " + wrong);
    }
  }

  private static @Nullable String wrong(MailState state, int accepted) {
    return switch (state) {
      case MailState.Sent sent -> accepted == 0 ? "SES accepted none" : null;
      case MailState.InDoubt doubt -> doubt.until() == null ? null : "it still waits";
      case MailState.Skipped skipped -> accepted > 0 ? "SES accepted it" : null;
      case MailState.Rejected rejected -> accepted > 0 ? "SES accepted it" : null;
      case MailState.Planned planned -> "it was forgotten";
      case MailState.Held held -> "it was forgotten";
      case MailState.Claimed claimed -> "it was forgotten";
    };
  }

  private void kept(Purchased purchase) {
    CustomerId customer = purchase.who().customer();
    if (customer == null) {
      return;
    }
    CustomerHistory history = world.http().history.of(customer);
    if (history.purchase(purchase.order()).isEmpty()) {
      complain("the purchase " + purchase.order() + " was lost");
    }
    for (MailKind kind : List.of(MailKind.THANK_YOU, MailKind.RECOMMENDATION)) {
      MailKey key = new MailKey(customer, kind, purchase.order().value());
      if (world.http().ledger.find(key).isEmpty()) {
        complain(key + " was never planned");
      }
    }
  }
}
