package kikkake.mail;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.BEN;
import static kikkake.TestData.NOON;
import static kikkake.TestData.items;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every ledger does where a mail is held or ends, by our own writes or by events of SES. */
abstract class LedgerEndingsContract {
  static final Instant LATER = NOON.plusSeconds(1);
  static final Instant AFTER_LEASE = NOON.plus(Ledger.LEASE).plusSeconds(1);
  static final MailKey KEY = new MailKey(ANNA, MailKind.THANK_YOU, "o-1");

  final Ledger ledger = ledger();

  abstract Ledger ledger();

  static PlannedMail planned(MailKey key, Instant dueAt) {
    return PlannedMail.planned(
        key, NOON.minusSeconds(30), NOON, dueAt, NOON.plus(Duration.ofDays(2)));
  }

  Claim claim(String owner) {
    return ledger.claim(KEY, owner, NOON).orElseThrow();
  }

  Claim planAndClaim() {
    ledger.plan(planned(KEY, NOON));
    return claim("a");
  }

  PlannedMail found() {
    return ledger.find(KEY).orElseThrow();
  }

  MailState state() {
    return found().state();
  }

  List<MailKey> due(Instant now) {
    return IntStream.range(0, Ledger.SHARDS)
        .mapToObj(shard -> ledger.due(shard, now, 100))
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void whoseLeaseRanOutMayStillSayThatItWasSentButNothingElse() {
    Claim late = planAndClaim();
    ledger.claim(KEY, "b", AFTER_LEASE);

    assertThat(ledger.skipped(late, "no-consent", AFTER_LEASE)).isFalse();
    assertThat(ledger.held(late, AFTER_LEASE, "failed")).isFalse();
    assertThat(ledger.rejected(late, "failed", AFTER_LEASE)).isFalse();
    assertThat(ledger.sent(late, "ses-1", AFTER_LEASE, "thank-you/ja/1", List.of())).isTrue();
    assertThat(state()).isEqualTo(new MailState.Sent("ses-1", AFTER_LEASE));
  }

  @Test
  void everyStateThatEndsAMailReadsBackAsItWasWritten() {
    List<Ending> endings =
        List.of(
            new Ending(new MailState.Skipped("no-consent", LATER), ledger::skipped),
            new Ending(new MailState.Rejected("ses-BadRequest", LATER), ledger::rejected),
            new Ending(new MailState.InDoubt("ses-no-answer", LATER), ledger::inDoubt));
    for (Ending ending : endings) {
      MailKey key = new MailKey(ANNA, MailKind.RECOMMENDATION, ending.state().label());
      ledger.plan(planned(key, NOON));
      Claim claim = ledger.claim(key, "a", NOON).orElseThrow();
      String reason =
          switch (ending.state()) {
            case MailState.Skipped skipped -> skipped.reason();
            case MailState.Rejected rejected -> rejected.reason();
            case MailState.InDoubt inDoubt -> inDoubt.reason();
            default -> "";
          };

      assertThat(ending.write().end(claim, reason, LATER)).isTrue();
      assertThat(ending.write().end(claim, reason, LATER)).isFalse();

      PlannedMail mail = ledger.find(key).orElseThrow();
      assertThat(mail.state()).isEqualTo(ending.state());
      assertThat(mail)
          .usingRecursiveComparison()
          .ignoringFields("state", "attempt")
          .isEqualTo(planned(key, NOON));
      assertThat(ledger.claim(key, "b", AFTER_LEASE)).isEmpty();
    }
    assertThat(due(AFTER_LEASE)).isEmpty();
  }

  private record Ending(MailState state, Write write) {}

  private interface Write {
    boolean end(Claim claim, String reason, Instant at);
  }

  @Test
  void aSentMailTellsItsTemplateAndItems() {
    Claim claim = planAndClaim();

    assertThat(ledger.sent(claim, "ses-1", LATER, "thank-you/ja/1", items("tea", "茶碗"))).isTrue();

    assertThat(state()).isEqualTo(new MailState.Sent("ses-1", LATER));
    assertThat(found().template()).isEqualTo("thank-you/ja/1");
    assertThat(found().items()).isEqualTo(items("tea", "茶碗"));
    assertThat(due(AFTER_LEASE)).isEmpty();
  }

  @Test
  void anotherOwnerCanWriteNothing() {
    Claim mine = planAndClaim();

    assertThatNothingCanBeWrittenWith(new Claim(mine.mail(), "b"));
  }

  @Test
  void anEarlierClaimCanWriteNothingOnceTheMailWasHeldAndClaimedAgain() {
    Claim first = planAndClaim();
    assertThat(ledger.held(first, NOON, "failed")).isTrue();
    assertThatNothingCanBeWrittenWith(first);

    Claim second = claim("b");
    assertThat(second.attempt()).isEqualTo(2);
    assertThatNothingCanBeWrittenWith(first);
    assertThatNothingCanBeWrittenWith(new Claim(first.mail(), "b"));
    assertThat(ledger.sent(second, "ses-2", LATER, "thank-you/ja/1", List.of())).isTrue();
  }

  private void assertThatNothingCanBeWrittenWith(Claim stale) {
    PlannedMail before = found();
    assertThat(ledger.sent(stale, "ses-9", LATER, "thank-you/ja/1", items("tea"))).isFalse();
    assertThat(ledger.skipped(stale, "no-consent", LATER)).isFalse();
    assertThat(ledger.held(stale, LATER, "failed")).isFalse();
    assertThat(ledger.rejected(stale, "failed", LATER)).isFalse();
    assertThat(ledger.inDoubt(stale, "ses-no-answer", LATER)).isFalse();
    assertThat(found()).isEqualTo(before);
  }

  @Test
  void aHeldMailCanBeClaimedFromItsNewTimeOn() {
    Instant until = NOON.plus(Duration.ofHours(1));
    assertThat(ledger.held(planAndClaim(), until, "no-address")).isTrue();

    assertThat(state()).isEqualTo(new MailState.Held(until, "no-address"));
    assertThat(found().dueAt()).isEqualTo(until);
    assertThat(due(until.minusSeconds(1))).isEmpty();
    assertThat(ledger.claim(KEY, "b", until.minusSeconds(1))).isEmpty();
    assertThat(due(until)).containsExactly(KEY);
    assertThat(ledger.claim(KEY, "b", until)).isPresent();
    assertThat(state()).isEqualTo(new MailState.Claimed("b", until.plus(Ledger.LEASE)));
  }

  @Test
  void anEventOfSesThatComesBeforeOurOwnWriteSettlesAndOurWriteAddsTemplateAndItems() {
    Claim claim = planAndClaim();

    assertThat(ledger.settle(KEY, 1, "ses-1", LATER)).isTrue();
    assertThat(state()).isEqualTo(new MailState.Sent("ses-1", LATER));
    assertThat(found().template()).isNull();

    assertThat(ledger.sent(claim, "ses-1", LATER, "thank-you/ja/1", items("tea"))).isTrue();
    assertThat(found().template()).isEqualTo("thank-you/ja/1");
    assertThat(found().items()).isEqualTo(items("tea"));
    assertThat(due(AFTER_LEASE)).isEmpty();
  }

  @Test
  void whatSesSettledNoWorseNewsOfOursUndoes() {
    Claim claim = planAndClaim();
    ledger.settle(KEY, 1, "ses-1", LATER);

    assertThat(ledger.inDoubt(claim, "ses-no-answer", LATER)).isFalse();
    assertThat(ledger.rejected(claim, "failed", LATER)).isFalse();
    assertThat(ledger.held(claim, LATER, "failed")).isFalse();
    assertThat(ledger.claim(KEY, "b", AFTER_LEASE)).isEmpty();
    assertThat(state()).isEqualTo(new MailState.Sent("ses-1", LATER));
  }

  @Test
  void anEventOfSesSettlesAMailInDoubt() {
    ledger.inDoubt(planAndClaim(), "ses-no-answer", LATER);

    assertThat(ledger.settle(KEY, 1, "ses-1", LATER)).isTrue();
    assertThat(state()).isEqualTo(new MailState.Sent("ses-1", LATER));
    assertThat(ledger.settle(KEY, 1, "ses-1", LATER)).as("nothing left to learn").isFalse();
  }

  @Test
  void anEventOfAnotherAttemptSettlesNothing() {
    planAndClaim();
    PlannedMail before = found();

    assertThat(ledger.settle(KEY, 0, "ses-1", LATER)).isFalse();
    assertThat(ledger.settle(KEY, 2, "ses-1", LATER)).isFalse();
    assertThat(found()).isEqualTo(before);
  }

  @Test
  void anEventOfSesDoesNothingToAMailThatIsPlannedHeldSkippedOrRejected() {
    ledger.plan(planned(KEY, NOON));
    assertThat(ledger.settle(KEY, 0, "ses-1", LATER)).isFalse();
    assertThat(state()).isEqualTo(new MailState.Planned());

    ledger.held(claim("a"), NOON, "failed");
    assertThat(ledger.settle(KEY, 1, "ses-1", LATER)).isFalse();

    ledger.rejected(claim("b"), "ses-BadRequest", LATER);
    assertThat(ledger.settle(KEY, 2, "ses-1", LATER)).isFalse();
    assertThat(state()).isEqualTo(new MailState.Rejected("ses-BadRequest", LATER));

    MailKey other = new MailKey(BEN, MailKind.RECOMMENDATION, "o-9");
    ledger.plan(planned(other, NOON));
    ledger.skipped(ledger.claim(other, "c", NOON).orElseThrow(), "no-consent", LATER);
    assertThat(ledger.settle(other, 1, "ses-1", LATER)).isFalse();
  }
}
