package kikkake.mail;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every ledger does with a mail of which nobody knows whether it went. */
abstract class LedgerDoubtContract extends LedgerEndingsContract {
  private static final MailKey ADVERT = new MailKey(ANNA, MailKind.RECOMMENDATION, "o-1");

  /** When the doubt that began at {@code LATER} has lasted long enough. */
  private static final Instant SETTLED = LATER.plus(SETTLE);

  private Claim planAndClaim(MailKey key) {
    ledger.plan(planned(key, NOON));
    return take(key, "a", NOON).orElseThrow();
  }

  private void doubted(MailKey key) {
    assertThat(ledger.inDoubt(planAndClaim(key), inDoubt("ses-no-answer", LATER))).isTrue();
  }

  private PlannedMail found(MailKey key) {
    return ledger.find(key).orElseThrow();
  }

  @Test
  void aMailInDoubtWaitsInTheDueIndexUntilItsDoubtIsOld() {
    doubted(KEY);

    assertThat(state()).isEqualTo(new MailState.InDoubt("ses-no-answer", LATER, SETTLED));
    assertThat(found().doubts()).isEqualTo(1);
    assertThat(found().decisions()).containsExactly(inDoubt("ses-no-answer", LATER));
    assertThat(due(SETTLED.minusSeconds(1))).isEmpty();
    assertThat(due(SETTLED)).containsExactly(KEY);
    assertThat(take(KEY, "b", SETTLED.minusSeconds(1))).isEmpty();
    assertThat(found().attempt()).isEqualTo(1);
  }

  @Test
  void aLeaseThatRanOutIsADoubtWithADecisionOfItsOwn() {
    planAndClaim(KEY);

    take(KEY, "b", AFTER_LEASE);

    assertThat(found().doubts()).isEqualTo(1);
    assertThat(found().decisions())
        .containsExactly(
            new Decision(
                AFTER_LEASE,
                Decision.Outcome.IN_DOUBT,
                "ledger",
                "lease-ran-out",
                AFTER_LEASE.plus(SETTLE),
                RULES,
                1));
    assertThat(due(AFTER_LEASE)).isEmpty();
    assertThat(due(AFTER_LEASE.plus(SETTLE))).containsExactly(KEY);
  }

  @Test
  void thanksInDoubtAreGivenOnceMore() {
    doubted(KEY);

    Claim second = take(KEY, "b", SETTLED).orElseThrow();

    assertThat(second.attempt()).isEqualTo(2);
    assertThat(second.leaseUntil()).isEqualTo(SETTLED.plus(Ledger.LEASE));
    assertThat(second.mail().mayHaveGone()).isTrue();
    assertThat(second.mail()).isEqualTo(found());
    assertThat(take(KEY, "c", SETTLED)).as("to one only").isEmpty();
  }

  @Test
  void thanksGivenOnceMoreAreGivenAlsoWhereTheAnswerWasLostAndTheClaimRepeated() {
    doubted(KEY);
    losesAnswers();

    Claim second = take(KEY, "b", SETTLED).orElseThrow();

    assertThat(second)
        .isEqualTo(new Claim(found(KEY), "b", SETTLED.plus(Ledger.LEASE)))
        .extracting(Claim::attempt)
        .isEqualTo(2);
    assertThat(take(KEY, "c", SETTLED)).as("to one only").isEmpty();
  }

  @Test
  void andNotAThirdTime() {
    doubted(KEY);
    Claim second = take(KEY, "b", SETTLED).orElseThrow();
    assertThat(ledger.inDoubt(second, inDoubt("ses-500", SETTLED))).isTrue();
    assertThat(found().doubts()).isEqualTo(2);
    Instant end = SETTLED.plus(SETTLE);

    assertThat(take(KEY, "c", end)).isEmpty();

    assertThat(state()).isEqualTo(new MailState.InDoubt("no-event", SETTLED, null));
    assertThat(state().isOpen()).isFalse();
    assertThat(due(end)).isEmpty();
    assertThat(take(KEY, "d", end.plus(Duration.ofDays(30)))).isEmpty();
    assertThat(found().decisions())
        .extracting(Decision::reason)
        .containsExactly("ses-no-answer", "ses-500", "no-event");
  }

  @Test
  void advertisingInDoubtIsGivenUpAtOnce() {
    doubted(ADVERT);

    assertThat(take(ADVERT, "b", SETTLED)).isEmpty();

    assertThat(found(ADVERT).state()).isEqualTo(new MailState.InDoubt("no-event", LATER, null));
    assertThat(found(ADVERT).attempt()).isEqualTo(1);
    assertThat(due(SETTLED)).isEmpty();
    assertThat(take(ADVERT, "c", SETTLED.plus(SETTLE))).isEmpty();
  }

  @Test
  void aSecondTryWhoseLeaseRunsOutIsADoubtToo() {
    doubted(KEY);
    take(KEY, "b", SETTLED);
    Instant later = SETTLED.plus(Ledger.LEASE).plusSeconds(1);

    assertThat(take(KEY, "c", later)).isEmpty();

    assertThat(state())
        .isEqualTo(new MailState.InDoubt("lease-ran-out", later, later.plus(SETTLE)));
    assertThat(found().doubts()).isEqualTo(2);
    assertThat(take(KEY, "d", later.plus(SETTLE))).isEmpty();
  }

  @Test
  void aSecondTryThatIsHeldGoesOnAndStillKnowsThatItMayHaveGone() {
    doubted(KEY);
    Claim second = take(KEY, "b", SETTLED).orElseThrow();
    Instant until = SETTLED.plus(Duration.ofHours(1));
    ledger.held(second, held("quiet-hours", SETTLED, until));

    Claim third = take(KEY, "c", until).orElseThrow();

    assertThat(third.attempt()).isEqualTo(3);
    assertThat(third.mail().mayHaveGone()).isTrue();
  }

  @Test
  void aSecondTryThatIsSkippedOrRejectedStaysInDoubtForGood() {
    MailKey other = new MailKey(ANNA, MailKind.THANK_YOU, "o-2");
    doubted(KEY);
    doubted(other);
    Claim unwanted = take(KEY, "b", SETTLED).orElseThrow();
    Claim refused = take(other, "b", SETTLED).orElseThrow();

    assertThat(ledger.skipped(unwanted, skipped("order-cancelled", SETTLED))).isTrue();
    assertThat(ledger.rejected(refused, rejected("ses-BadRequest", SETTLED))).isTrue();

    assertThat(state()).isEqualTo(new MailState.InDoubt("order-cancelled", SETTLED, null));
    assertThat(found(other).state())
        .isEqualTo(new MailState.InDoubt("ses-BadRequest", SETTLED, null));
    assertThat(due(SETTLED.plus(SETTLE))).isEmpty();
    assertThat(take(KEY, "c", SETTLED.plus(SETTLE))).isEmpty();
    assertThat(take(other, "c", SETTLED.plus(SETTLE))).isEmpty();
  }

  @Test
  void anEventOfSesSettlesTheDoubtHoweverLateItComes() {
    for (MailKey key : List.of(KEY, ADVERT)) {
      doubted(key);
      take(key, "b", SETTLED);
      Instant late = SETTLED.plus(Duration.ofDays(20));

      assertThat(ledger.settle(key, 1, "ses-1", late)).as(key.toString()).isTrue();
      assertThat(ledger.settle(key, 1, "ses-1", late)).as("twice").isFalse();

      assertThat(found(key).state()).isEqualTo(new MailState.Sent("ses-1", late));
      assertThat(due(late)).isEmpty();
    }
  }

  @Test
  void thatAnEventSettledItStandsAmongItsDecisions() {
    doubted(KEY);

    ledger.settle(KEY, 1, "ses-1", SETTLED);
    ledger.settle(KEY, 1, "ses-1", SETTLED);

    assertThat(found().decisions())
        .containsExactly(
            inDoubt("ses-no-answer", LATER),
            new Decision(SETTLED, Decision.Outcome.SENT, "ses", "ses-event", null, "-", 1));
  }

  @Test
  void anEventBeforeOurOwnWriteIsADecisionUntilOurOwnComes() {
    Claim claim = planAndClaim(KEY);
    Decision ours = new Decision(LATER, Decision.Outcome.SENT, "ses", "accepted", null, RULES, 1);

    ledger.settle(KEY, 1, "ses-1", LATER);
    assertThat(found().decisions()).extracting(Decision::reason).containsExactly("ses-event");
    ledger.sent(claim, acceptance("ses-1"), List.of(ours));

    assertThat(found().decisions()).containsExactly(ours);
  }

  @Test
  void anEventOfTheFirstTryDuringTheSecondEndsTheMailAndTheSecondMaySayThatItWentToo() {
    doubted(KEY);
    Claim second = take(KEY, "b", SETTLED).orElseThrow();

    assertThat(ledger.settle(KEY, 1, "ses-1", SETTLED)).isTrue();

    assertThat(state()).isEqualTo(new MailState.Sent("ses-1", SETTLED));
    assertThat(ledger.held(second, held("failed", SETTLED, SETTLED))).isFalse();
    assertThat(ledger.skipped(second, skipped("failed", SETTLED))).isFalse();
    assertThat(ledger.inDoubt(second, inDoubt("ses-500", SETTLED))).isFalse();
    assertThat(ledger.sent(second, acceptance("ses-2"), List.of())).isTrue();
    assertThat(state()).isEqualTo(new MailState.Sent("ses-2", LATER));
  }

  @Test
  void aSecondTryWhoseContentSesRefusedStaysInDoubtForGoodUntilTheFirstIsKnownToHaveGone() {
    doubted(KEY);
    Claim second = take(KEY, "b", SETTLED).orElseThrow();
    ledger.sent(second, acceptance("ses-2"), List.of());

    assertThat(ledger.refused(KEY, 2, "ses-2", SETTLED)).isTrue();

    PlannedMail refused = found();
    assertThat(refused.state()).isEqualTo(new MailState.InDoubt("content-refused", SETTLED, null));
    assertThat(ledger.refused(KEY, 2, "ses-2", SETTLED)).as("twice").isFalse();
    assertThat(ledger.settle(KEY, 2, "ses-2", SETTLED)).as("its Send event, late").isFalse();
    assertThat(ledger.sent(second, acceptance("ses-2"), List.of())).as("our own write").isFalse();
    assertThat(take(KEY, "c", SETTLED.plus(SETTLE))).isEmpty();
    assertThat(found()).isEqualTo(refused);

    assertThat(ledger.settle(KEY, 1, "ses-1", SETTLED)).isTrue();
    assertThat(state()).isEqualTo(new MailState.Sent("ses-1", SETTLED));
  }

  @Test
  void whereTheFirstTryWentTheSecondsRefusalChangesNothing() {
    doubted(KEY);
    Claim second = take(KEY, "b", SETTLED).orElseThrow();
    ledger.sent(second, acceptance("ses-2"), List.of());
    assertThat(ledger.settle(KEY, 1, "ses-1", SETTLED)).as("the first went").isTrue();
    assertThat(ledger.settle(KEY, 1, "ses-1", SETTLED)).as("twice").isFalse();
    PlannedMail sent = found();

    assertThat(ledger.refused(KEY, 2, "ses-2", SETTLED)).isFalse();

    assertThat(found()).isEqualTo(sent);
    assertThat(state()).isEqualTo(new MailState.Sent("ses-2", LATER));
  }
}
