package kikkake.mail;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.NOON;
import static kikkake.TestData.items;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every ledger does where a mail is held or ends by our own writes. */
abstract class LedgerEndingsContract extends LedgerEventsContract {
  @Test
  void whoseLeaseRanOutMayStillSayThatItWasSentButNothingElse() {
    Claim late = planAndClaim();
    take(KEY, "b", AFTER_LEASE);

    assertThat(ledger.skipped(late, skipped("no-consent", AFTER_LEASE))).isFalse();
    assertThat(ledger.held(late, held("failed", AFTER_LEASE, AFTER_LEASE))).isFalse();
    assertThat(ledger.rejected(late, rejected("failed", AFTER_LEASE))).isFalse();
    assertThat(ledger.sent(late, acceptance("ses-1"), List.of())).isTrue();
    assertThat(state()).isEqualTo(new MailState.Sent("ses-1", LATER));
  }

  @Test
  void everyStateThatEndsAMailReadsBackAsItWasWritten() {
    Decision skipped = skipped("no-consent", LATER);
    Decision rejected = rejected("ses-BadRequest", LATER);
    List<Ending> endings =
        List.of(
            new Ending(new MailState.Skipped("no-consent", LATER), skipped, ledger::skipped),
            new Ending(
                new MailState.Rejected("ses-BadRequest", LATER), rejected, ledger::rejected));
    for (Ending ending : endings) {
      MailKey key = new MailKey(ANNA, MailKind.RECOMMENDATION, ending.state().label());
      ledger.plan(planned(key, NOON));
      Claim claim = take(key, "a", NOON).orElseThrow();

      assertThat(ending.write().end(claim, ending.decision())).isTrue();
      assertThat(ending.write().end(claim, ending.decision())).isFalse();

      PlannedMail mail = ledger.find(key).orElseThrow();
      assertThat(mail.state()).isEqualTo(ending.state());
      assertThat(mail.decisions()).containsExactly(ending.decision());
      assertThat(mail)
          .usingRecursiveComparison()
          .ignoringFields("state", "attempt", "decisions")
          .isEqualTo(planned(key, NOON));
      assertThat(take(key, "b", AFTER_LEASE)).isEmpty();
    }
    assertThat(due(AFTER_LEASE)).isEmpty();
  }

  private record Ending(MailState state, Decision decision, Write write) {}

  private interface Write {
    boolean end(Claim claim, Decision decision);
  }

  @Test
  void aSentMailTellsItsTemplateAndItems() {
    Claim claim = planAndClaim();

    assertThat(ledger.sent(claim, acceptance("ses-1", "tea", "茶碗"), List.of())).isTrue();

    assertThat(state()).isEqualTo(new MailState.Sent("ses-1", LATER));
    assertThat(found().template()).isEqualTo("thank-you/ja/1");
    assertThat(found().items()).isEqualTo(items("tea", "茶碗"));
    assertThat(due(AFTER_LEASE)).isEmpty();
  }

  @Test
  void anotherOwnerCanWriteNothing() {
    Claim mine = planAndClaim();

    assertThatNothingCanBeWrittenWith(new Claim(mine.mail(), "b", mine.leaseUntil()));
  }

  @Test
  void anEarlierClaimCanWriteNothingOnceTheMailWasHeldAndClaimedAgain() {
    Claim first = planAndClaim();
    assertThat(ledger.held(first, held("failed", NOON, NOON))).isTrue();
    assertThatNothingCanBeWrittenWith(first);

    Claim second = claim("b");
    assertThat(second.attempt()).isEqualTo(2);
    assertThatNothingCanBeWrittenWith(first);
    assertThatNothingCanBeWrittenWith(new Claim(first.mail(), "b", first.leaseUntil()));
    assertThat(ledger.sent(second, acceptance("ses-2"), List.of())).isTrue();
  }

  private void assertThatNothingCanBeWrittenWith(Claim stale) {
    PlannedMail before = found();
    assertThat(ledger.sent(stale, acceptance("ses-9", "tea"), List.of())).isFalse();
    assertThat(ledger.skipped(stale, skipped("no-consent", LATER))).isFalse();
    assertThat(ledger.held(stale, held("failed", LATER, LATER))).isFalse();
    assertThat(ledger.rejected(stale, rejected("failed", LATER))).isFalse();
    assertThat(ledger.inDoubt(stale, inDoubt("ses-no-answer", LATER))).isFalse();
    assertThat(found()).isEqualTo(before);
  }

  @Test
  void aHeldMailCanBeClaimedFromItsNewTimeOn() {
    Instant until = NOON.plus(Duration.ofHours(1));
    assertThat(ledger.held(planAndClaim(), held("no-address", NOON, until))).isTrue();

    assertThat(state()).isEqualTo(new MailState.Held(until, "no-address"));
    assertThat(found().dueAt()).isEqualTo(until);
    assertThat(due(until.minusSeconds(1))).isEmpty();
    assertThat(take(KEY, "b", until.minusSeconds(1))).isEmpty();
    assertThat(due(until)).containsExactly(KEY);
    assertThat(take(KEY, "b", until)).isPresent();
    assertThat(state()).isEqualTo(new MailState.Claimed("b", until.plus(Ledger.LEASE)));
  }
}
