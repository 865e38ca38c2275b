package kikkake.local.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kikkake.event.CustomerId;
import kikkake.event.ItemId;
import kikkake.event.OrderLine;
import kikkake.event.Purchased;
import kikkake.history.DynamoHistory;
import kikkake.mail.DynamoLedger;
import kikkake.mail.DynamoSettings;
import kikkake.mail.Ledger;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import kikkake.mail.MailState;
import kikkake.mail.PlannedMail;
import org.jspecify.annotations.Nullable;

/**
 * Says in the end which invariant was broken. It shares no rule with the product: it counts the
 * hours, days and mails itself.
 *
 * <p>A refusal counts from the moment at which it was recorded. A mail whose sender looked for the
 * last time before that moment was in flight already and cannot be called back. What a sender asks
 * only once, it asks after its claim: at most a lease before the last look.
 */
final class Judgement {
  private static final Duration ANSWER_WITHIN = Duration.ofMinutes(15);
  private static final Duration SLACK = Duration.ofMinutes(20);

  private final World world;
  private final Witness witness;
  private final List<Acceptance> accepted;
  private final Duration settleAfter;
  private final Map<MailKey, PlannedMail> mails = new HashMap<>();

  Judgement(World world, Witness witness) {
    this.world = world;
    this.witness = witness;
    this.accepted = world.ses().accepted();
    this.settleAfter =
        new DynamoSettings(world.table(), InstantSource.fixed(world.now())).read().settleAfter();
    new DynamoLedger(world.table()).forEach(mail -> mails.put(mail.key(), mail));
  }

  void pass() {
    Map<MailKey, List<Acceptance>> byKey =
        accepted.stream().collect(Collectors.groupingBy(Acceptance::key));
    byKey.forEach(this::once);
    for (Acceptance acceptance : accepted) {
      allowed(acceptance);
      wished(acceptance);
      hours(acceptance);
      cap(acceptance, Duration.ofDays(1), world.house().capDay());
      cap(acceptance, Duration.ofDays(7), world.house().capWeek());
      Optional.ofNullable(mails.get(acceptance.key())).ifPresent(mail -> fits(acceptance, mail));
    }
    mails.forEach((key, mail) -> ended(mail, byKey.getOrDefault(key, List.of())));
    witness.purchases().forEach(this::kept);
    new Remains(world).of(witness.erased().keySet()).forEach(witness::complain);
  }

  private void once(MailKey key, List<Acceptance> all) {
    long advertising = all.stream().filter(Acceptance::advertising).count();
    int most = key.kind() == MailKind.THANK_YOU ? 2 : 1;
    if (all.size() > most || advertising > 1) {
      witness.complain(key + " was accepted " + all.size() + " times");
    }
    for (int i = 1; i < all.size(); i++) {
      // A doubt's end stands in whole seconds.
      Instant doubt = all.get(i - 1).lookAt().truncatedTo(ChronoUnit.SECONDS);
      if (all.get(i).lookAt().isBefore(doubt.plus(settleAfter))) {
        witness.complain(key + " went again before its doubt was " + settleAfter + " old");
      }
    }
    for (Acceptance later : all) {
      if (all.stream().anyMatch(a -> isAfter(later, witness.heardOf(a.messageId())))) {
        witness.complain(key + " went again although SES had told that it went");
      }
    }
  }

  /** Whether a sender looked for the last time after something was recorded. */
  private static boolean isAfter(Acceptance a, Witness.@Nullable Moment moment) {
    return moment != null && a.lookStep() > moment.step();
  }

  /** Whether a sender claimed its mail after something was recorded. */
  private static boolean isClaimedAfter(Acceptance a, Witness.@Nullable Moment moment) {
    return moment != null && a.lookAt().minus(Ledger.LEASE).isAfter(moment.at());
  }

  private void allowed(Acceptance a) {
    CustomerId customer = a.key().customer();
    Witness.Moment refused = witness.refusedAt(customer);
    if (a.advertising() && isAfter(a, refused)) {
      witness.complain(a.key() + " went after the customer refused");
    }
    if (a.advertising() && refused != null && !isAfter(a, refused) && a.step() > refused.step()) {
      world.count("optOutsInFlight");
    }
    if (isAfter(a, witness.erased().get(customer))) {
      witness.complain(a.key() + " went after the customer was erased");
    }
    if (isAfter(a, witness.suppressedAt(a.to()))) {
      witness.complain(a.key() + " went to a suppressed address");
    }
    if (witness.wasOff(a.lookStep())) {
      witness.complain(a.key() + " went while sending was off");
    }
  }

  private void wished(Acceptance a) {
    if (!a.advertising()) {
      return;
    }
    // What a thank-you recommends is a recommendation.
    MailKind asked =
        a.key().kind() == MailKind.THANK_YOU ? MailKind.RECOMMENDATION : a.key().kind();
    for (Witness.Wish wish : witness.wishes()) {
      if (!wish.customer().equals(a.key().customer())) {
        continue;
      }
      if (asked.label().equals(wish.refusedKind()) && isAfter(a, wish.since())) {
        witness.complain(a.key() + " went although the customer refused its kind");
      }
      Instant paused = wish.pausedUntil();
      if (paused != null && a.lookAt().isBefore(paused) && isAfter(a, wish.since())) {
        witness.complain(a.key() + " went in a pause");
      }
      Integer most = wish.mostPerWeek();
      if (most != null && isClaimedAfter(a, wish.since())) {
        cap(a, Duration.ofDays(7), most);
      }
    }
  }

  private void hours(Acceptance a) {
    ZoneId zone = witness.zone(a.key().customer());
    House house = world.house();
    if (zone == null || !house.isQuiet(a.lookAt(), zone)) {
      return;
    }
    boolean answers =
        !a.advertising()
            && witness.purchases().stream()
                .filter(purchase -> a.key().businessKey().equals(purchase.order().value()))
                .anyMatch(
                    purchase -> !a.lookAt().isAfter(purchase.occurredAt().plus(ANSWER_WITHIN)));
    if (!answers) {
      witness.complain(a.key() + " went at night, at " + a.lookAt().atZone(zone));
    }
  }

  private void cap(Acceptance a, Duration window, int most) {
    if (!a.advertising()) {
      return;
    }
    Instant begin = a.at().minus(window).plus(SLACK);
    long before =
        accepted.stream()
            .filter(other -> other.step() < a.step())
            .filter(other -> other.key().customer().equals(a.key().customer()))
            .filter(other -> other.at().isAfter(begin))
            .filter(other -> !world.ses().refused(other))
            // Advertising waits for the other's claim; thanks that go meanwhile wait for nobody.
            .filter(
                other -> other.advertising() || other.at().isBefore(a.lookAt().minus(Ledger.LEASE)))
            .count();
    if (before >= most) {
      witness.complain(a.key() + " went although " + before + " had gone within " + window);
    }
  }

  /** Whether what went was still of use: in time, and not bought meanwhile. */
  private void fits(Acceptance a, PlannedMail mail) {
    if (a.lookAt().isAfter(mail.expiresAt())) {
      witness.complain(a.key() + " went past its shelf life");
    }
    List<Purchased> known =
        witness.purchases().stream()
            .filter(purchase -> a.key().customer().equals(purchase.who().customer()))
            .filter(purchase -> isClaimedAfter(a, witness.inHistory(purchase.order())))
            .toList();
    Set<ItemId> shown = new HashSet<>(mail.items());
    for (Purchased purchase : known) {
      if (purchase.lines().stream().map(OrderLine::item).anyMatch(shown::contains)) {
        witness.complain(a.key() + " recommends what the customer bought");
      }
      if (a.key().kind() == MailKind.BROWSE_FOLLOW_UP
          && !witness.wasCalledOff(purchase.order())
          && !purchase.occurredAt().isBefore(mail.occurredAt())
          && !purchase.occurredAt().isAfter(a.lookAt().minus(Ledger.LEASE))) {
        witness.complain(a.key() + " went although the customer bought after looking");
      }
    }
  }

  private void ended(PlannedMail mail, List<Acceptance> all) {
    List<Acceptance> went = all.stream().filter(a -> !world.ses().refused(a)).toList();
    boolean heard = went.stream().anyMatch(a -> witness.heardOf(a.messageId()) != null);
    boolean told =
        all.stream()
            .map(Acceptance::messageId)
            .anyMatch(id -> witness.heardOf(id) != null && !witness.heardRefused(id));
    boolean refused = all.stream().anyMatch(a -> witness.heardRefused(a.messageId()));
    String wrong =
        switch (mail.state()) {
          case MailState.Sent sent when all.isEmpty() -> "SES accepted none";
          case MailState.Sent sent ->
              witness.heardRefused(sent.messageId()) && !told
                  ? "SES told that it refused it"
                  : null;
          case MailState.InDoubt doubt when doubt.until() != null -> "it still waits";
          case MailState.InDoubt doubt -> heard ? "SES told that it went" : null;
          case MailState.Skipped skipped -> all.isEmpty() ? null : "SES accepted it";
          case MailState.Rejected rejected when !went.isEmpty() -> "it went";
          case MailState.Rejected rejected ->
              all.isEmpty() || refused ? null : "SES accepted it, and told of no refusal";
          case MailState.Planned planned -> "it was forgotten";
          case MailState.Held held -> "it was forgotten";
          case MailState.Claimed claimed -> "it was forgotten";
        };
    if (wrong != null) {
      witness.complain(mail.key() + " ended as " + mail.state() + ": " + wrong);
    }
  }

  private void kept(Purchased purchase) {
    CustomerId customer = purchase.who().customer();
    if (customer == null || witness.erased().containsKey(customer)) {
      return;
    }
    if (new DynamoHistory(world.table()).of(customer).purchase(purchase.order()).isEmpty()) {
      witness.complain("the purchase " + purchase.order() + " was lost");
    }
    for (MailKind kind : List.of(MailKind.THANK_YOU, MailKind.RECOMMENDATION)) {
      MailKey key = new MailKey(customer, kind, purchase.order().value());
      if (!mails.containsKey(key) && !cameTooLate(purchase, kind)) {
        witness.complain(key + " was never planned");
      }
    }
  }

  /**
   * Whether an order was brought back from the dead letters when its mail was of no use any more.
   */
  private boolean cameTooLate(Purchased purchase, MailKind kind) {
    Witness.Moment known = witness.inHistory(purchase.order());
    Duration useful = Duration.ofDays(kind == MailKind.THANK_YOU ? 2 : 4);
    return known != null && known.at().isAfter(purchase.occurredAt().plus(useful));
  }
}
