package kikkake.mail;

import static kikkake.TestData.BEN;
import static kikkake.TestData.NOON;
import static kikkake.TestData.items;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every ledger does where events of SES end a mail. */
abstract class LedgerEventsContract extends TestLedger {
  @Test
  void anEventOfSesThatComesBeforeOurOwnWriteSettlesAndOurWriteAddsTemplateAndItems() {
    Claim claim = planAndClaim();

    assertThat(ledger.settle(KEY, 1, "ses-1", LATER)).isTrue();
    assertThat(state()).isEqualTo(new MailState.Sent("ses-1", LATER));
    assertThat(found().template()).isNull();

    assertThat(ledger.sent(claim, acceptance("ses-1", "tea"), List.of())).isTrue();
    assertThat(found().template()).isEqualTo("thank-you/ja/1");
    assertThat(found().items()).isEqualTo(items("tea"));
    assertThat(due(AFTER_LEASE)).isEmpty();
  }

  @Test
  void whatSesSettledNoWorseNewsOfOursUndoes() {
    Claim claim = planAndClaim();
    ledger.settle(KEY, 1, "ses-1", LATER);

    assertThat(ledger.inDoubt(claim, inDoubt("ses-no-answer", LATER))).isFalse();
    assertThat(ledger.rejected(claim, rejected("failed", LATER))).isFalse();
    assertThat(ledger.held(claim, held("failed", LATER, LATER))).isFalse();
    assertThat(take(KEY, "b", AFTER_LEASE)).isEmpty();
    assertThat(state()).isEqualTo(new MailState.Sent("ses-1", LATER));
  }

  @Test
  void anEventOfSesSettlesAMailInDoubt() {
    ledger.inDoubt(planAndClaim(), inDoubt("ses-no-answer", LATER));

    assertThat(ledger.settle(KEY, 1, "ses-1", LATER)).isTrue();
    assertThat(state()).isEqualTo(new MailState.Sent("ses-1", LATER));
    assertThat(ledger.settle(KEY, 1, "ses-1", LATER)).as("nothing left to learn").isFalse();
  }

  @Test
  void anEventOfAnAttemptThatNobodyMadeSettlesNothing() {
    planAndClaim();
    PlannedMail before = found();

    assertThat(ledger.settle(KEY, 2, "ses-1", LATER)).isFalse();
    assertThat(found()).isEqualTo(before);
  }

  @Test
  void anEventOfSesDoesNothingToAMailThatNobodyClaimedYet() {
    ledger.plan(planned(KEY, NOON));

    assertThat(ledger.settle(KEY, 1, "ses-1", LATER)).isFalse();
    assertThat(state()).isEqualTo(new MailState.Planned());
    assertThat(due(NOON)).containsExactly(KEY);
  }

  @Test
  void whatSesSaysWentIsSentWhateverWeHadWrittenOfIt() {
    for (MailState written :
        List.of(
            new MailState.Held(LATER, "failed"),
            new MailState.Skipped("no-consent", LATER),
            new MailState.Rejected("ses-BadRequest", LATER))) {
      MailKey key = new MailKey(BEN, MailKind.RECOMMENDATION, written.label());
      ledger.plan(planned(key, NOON));
      Claim claim = take(key, "a", NOON).orElseThrow();
      boolean done =
          switch (written) {
            case MailState.Held held -> ledger.held(claim, held(held.reason(), NOON, LATER));
            case MailState.Skipped skipped ->
                ledger.skipped(claim, skipped(skipped.reason(), LATER));
            default -> ledger.rejected(claim, rejected("ses-BadRequest", LATER));
          };
      assertThat(done).isTrue();
      assertThat(ledger.find(key)).map(PlannedMail::state).contains(written);

      assertThat(ledger.settle(key, 1, "ses-1", LATER)).as(written.label()).isTrue();
      assertThat(ledger.find(key))
          .map(PlannedMail::state)
          .contains(new MailState.Sent("ses-1", LATER));
      assertThat(due(AFTER_LEASE)).doesNotContain(key);
    }
  }

  @Test
  void aMailWhoseContentSesRefusedIsRejectedWhetherItIsClaimedInDoubtOrSent() {
    for (String from : List.of("CLAIMED", "IN_DOUBT", "SENT", "SENT by an event")) {
      MailKey key = new MailKey(BEN, MailKind.THANK_YOU, from);
      ledger.plan(planned(key, NOON));
      Claim claim = take(key, "a", NOON).orElseThrow();
      switch (from) {
        case "IN_DOUBT" -> ledger.inDoubt(claim, inDoubt("ses-no-answer", LATER));
        case "SENT" -> ledger.sent(claim, acceptance("ses-1"), List.of());
        case "SENT by an event" -> ledger.settle(key, 1, "ses-1", LATER);
        default -> {}
      }
      assertThat(ledger.find(key).orElseThrow().state().label()).isEqualTo(from.split(" ", 2)[0]);

      assertThat(ledger.refused(key, 1, "ses-1", LATER)).as(from).isTrue();

      PlannedMail refused = ledger.find(key).orElseThrow();
      assertThat(refused.state()).isEqualTo(new MailState.Rejected("content-refused", LATER));
      assertThat(refused.decisions().getLast())
          .isEqualTo(
              new Decision(
                  LATER, Decision.Outcome.REJECTED, "ses", "content-refused", null, "-", 1));
      assertThat(ledger.refused(key, 1, "ses-1", LATER)).as("twice").isFalse();
      assertThat(ledger.settle(key, 1, "ses-1", LATER)).as("its Send event, late").isFalse();
      assertThat(ledger.sent(claim, acceptance("ses-1"), List.of())).as("our own write").isFalse();
      assertThat(ledger.inDoubt(claim, inDoubt("ses-no-answer", LATER))).isFalse();
      assertThat(take(key, "b", NOON.plus(Duration.ofDays(9)))).isEmpty();
      assertThat(ledger.find(key)).contains(refused);
    }
    assertThat(due(NOON.plus(Duration.ofDays(9)))).isEmpty();
  }

  @Test
  void aRefusalOfATryThatNobodyMadeChangesNothing() {
    assertThat(ledger.refused(KEY, 1, "ses-1", LATER)).as("nobody planned it").isFalse();
    assertThat(ledger.find(KEY)).isEmpty();
    ledger.plan(planned(KEY, NOON));
    claim("a");
    PlannedMail before = found();

    assertThat(ledger.refused(KEY, 3, "ses-1", LATER)).isFalse();
    assertThat(found()).isEqualTo(before);
  }

  @Test
  void aRefusalOfAnEarlierTryEndsTheMailSinceTheNextWouldBeRefusedToo() {
    ledger.plan(planned(KEY, NOON));
    ledger.held(claim("a"), held("failed", NOON, NOON));

    assertThat(ledger.refused(KEY, 1, "ses-1", LATER)).isTrue();

    assertThat(found().state()).isEqualTo(new MailState.Rejected("content-refused", LATER));
    assertThat(take(KEY, "b", NOON.plus(Duration.ofDays(9)))).isEmpty();
  }

  @Test
  void aLateEventOfARefusedTryMeansNothingAlsoAfterAnotherWasRefused() {
    ledger.plan(planned(KEY, NOON));
    ledger.held(claim("a"), held("failed", NOON, NOON));
    Claim second = claim("b");

    assertThat(ledger.refused(KEY, 1, "ses-1", LATER)).isTrue();
    ledger.sent(second, acceptance("ses-2"), List.of());
    ledger.refused(KEY, 2, "ses-2", LATER);

    assertThat(ledger.settle(KEY, 1, "ses-1", LATER)).isFalse();
    assertThat(ledger.settle(KEY, 2, "ses-2", LATER)).isFalse();
    assertThat(found().state()).isInstanceOf(MailState.Rejected.class);
  }
}
