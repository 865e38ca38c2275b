package kikkake.mail;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.AWKWARD_ID;
import static kikkake.TestData.BEN;
import static kikkake.TestData.NOON;
import static kikkake.TestData.items;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kikkake.event.CustomerId;
import org.junit.jupiter.api.Test;

/** What every ledger does: each change under its condition, and nothing otherwise. */
abstract class LedgerContract {
  private static final Instant LATER = NOON.plusSeconds(1);
  private static final Instant AFTER_LEASE = NOON.plus(Ledger.LEASE).plusSeconds(1);
  private static final MailKey KEY = new MailKey(ANNA, MailKind.THANK_YOU, "o-1");

  private final Ledger ledger = ledger();

  abstract Ledger ledger();

  private static PlannedMail planned(MailKey key, Instant dueAt) {
    return PlannedMail.planned(
        key, NOON.minusSeconds(30), NOON, dueAt, NOON.plus(Duration.ofDays(2)));
  }

  private Claim claim(String owner) {
    return ledger.claim(KEY, owner, NOON).orElseThrow();
  }

  private Claim planAndClaim() {
    ledger.plan(planned(KEY, NOON));
    return claim("a");
  }

  private PlannedMail found() {
    return ledger.find(KEY).orElseThrow();
  }

  private MailState state() {
    return found().state();
  }

  private List<MailKey> due(Instant now) {
    return IntStream.range(0, Ledger.SHARDS)
        .mapToObj(shard -> ledger.due(shard, now, 100))
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void plansAMailOnceForItsKey() {
    PlannedMail mail = planned(KEY, NOON);

    assertThat(ledger.plan(mail)).isTrue();
    assertThat(ledger.plan(planned(KEY, NOON.plusSeconds(60)))).isFalse();
    assertThat(ledger.find(KEY)).contains(mail);
  }

  @Test
  void doesNotPlanAgainAMailThatWentAlready() {
    ledger.sent(planAndClaim(), "ses-1", LATER, "thank-you/ja/1", List.of());

    assertThat(ledger.plan(planned(KEY, NOON))).isFalse();
    assertThat(state()).isEqualTo(new MailState.Sent("ses-1", LATER));
  }

  @Test
  void knowsNothingOfAMailThatNobodyPlanned() {
    assertThat(ledger.find(KEY)).isEmpty();
    assertThat(ledger.claim(KEY, "a", NOON)).isEmpty();
    assertThat(ledger.settle(KEY, 0, "ses-1", NOON)).isFalse();
    assertThat(ledger.find(KEY)).isEmpty();
    assertThat(ledger.of(ANNA)).isEmpty();
  }

  @Test
  void keepsPlansOfOtherKindsOrdersAndCustomersApart() {
    List<PlannedMail> mails =
        List.of(
            planned(KEY, NOON),
            planned(new MailKey(ANNA, MailKind.RECOMMENDATION, "o-1"), NOON),
            planned(new MailKey(ANNA, MailKind.THANK_YOU, "o-2"), NOON),
            planned(new MailKey(BEN, MailKind.THANK_YOU, "o-1"), NOON));

    assertThat(mails).allMatch(ledger::plan);

    assertThat(ledger.of(ANNA)).containsExactlyInAnyOrderElementsOf(mails.subList(0, 3));
    List<PlannedMail> all = new ArrayList<>();
    ledger.forEach(all::add);
    assertThat(all).containsExactlyInAnyOrderElementsOf(mails);
  }

  @Test
  void doesNotGiveAClaimBeforeTheMailIsDue() {
    PlannedMail mail = planned(KEY, LATER);
    ledger.plan(mail);

    assertThat(ledger.claim(KEY, "a", NOON)).isEmpty();
    assertThat(ledger.find(KEY)).contains(mail);
    assertThat(ledger.claim(KEY, "a", LATER)).isPresent();
  }

  @Test
  void aClaimTellsTheMailAsItIsNow() {
    Claim claim = planAndClaim();

    assertThat(claim.owner()).isEqualTo("a");
    assertThat(claim.attempt()).isEqualTo(1);
    assertThat(claim.mail()).isEqualTo(found());
    assertThat(state()).isEqualTo(new MailState.Claimed("a", NOON.plus(Ledger.LEASE)));
  }

  @Test
  void givesOneClaimAtATime() {
    planAndClaim();

    assertThat(ledger.claim(KEY, "b", NOON)).isEmpty();
    assertThat(ledger.claim(KEY, "b", NOON.plus(Ledger.LEASE))).isEmpty();
    assertThat(state()).isInstanceOf(MailState.Claimed.class);
    assertThat(found().attempt()).isEqualTo(1);
  }

  @Test
  void aClaimWhoseLeaseRanOutTurnsInDoubtAndGivesNoClaim() {
    planAndClaim();

    assertThat(ledger.claim(KEY, "b", AFTER_LEASE)).isEmpty();
    assertThat(state()).isEqualTo(new MailState.InDoubt("lease-ran-out", AFTER_LEASE));
    assertThat(ledger.claim(KEY, "b", AFTER_LEASE)).isEmpty();
    assertThat(found().attempt()).isEqualTo(1);
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

  @Test
  void aClaimedMailStaysDueSoThatADeadClaimIsFound() {
    planAndClaim();

    assertThat(due(NOON)).containsExactly(KEY);
  }

  @Test
  void listsWhatIsDueEarliestFirstAndNoMoreThanAskedFor() {
    for (int i = 0; i < 40; i++) {
      ledger.plan(planned(new MailKey(ANNA, MailKind.THANK_YOU, "o-" + i), NOON.minusSeconds(i)));
    }
    ledger.plan(planned(KEY, LATER));

    assertThat(due(NOON)).hasSize(40).doesNotHaveDuplicates();
    for (int shard = 0; shard < Ledger.SHARDS; shard++) {
      List<MailKey> all = ledger.due(shard, NOON, 100);
      assertThat(all)
          .extracting(key -> ledger.find(key).orElseThrow().dueAt())
          .isSortedAccordingTo(Instant::compareTo);
      assertThat(ledger.due(shard, NOON, 2)).isEqualTo(all.subList(0, Math.min(2, all.size())));
    }
  }

  @Test
  void takesEveryIdThatAShopMayUse() {
    for (MailKind kind : MailKind.values()) {
      MailKey key = new MailKey(new CustomerId(AWKWARD_ID), kind, AWKWARD_ID);
      PlannedMail mail = planned(key, NOON);

      assertThat(ledger.plan(mail)).isTrue();
      assertThat(ledger.find(key)).contains(mail);
      assertThat(ledger.claim(key, "a", NOON)).map(Claim::mail).map(PlannedMail::key).contains(key);
      assertThat(due(NOON)).contains(key);
      assertThat(MailKey.ofSendId(key.sendId())).isEqualTo(key);
      assertThat(key.sendId()).hasSizeLessThanOrEqualTo(256).matches("[A-Za-z0-9_-]+");
    }
    assertThat(ledger.of(new CustomerId(AWKWARD_ID))).hasSize(3);
  }

  @Test
  void keepsTimesInWholeSeconds() {
    Instant odd = NOON.plusNanos(999_999_999);
    ledger.plan(planned(KEY, odd));

    assertThat(found().dueAt()).isEqualTo(NOON);
    Claim claim = ledger.claim(KEY, "a", odd).orElseThrow();
    assertThat(state()).isEqualTo(new MailState.Claimed("a", NOON.plus(Ledger.LEASE)));
    ledger.held(claim, odd, "failed");
    assertThat(state()).isEqualTo(new MailState.Held(NOON, "failed"));
    Optional<Claim> again = ledger.claim(KEY, "b", NOON);
    ledger.sent(again.orElseThrow(), "ses-1", odd, "thank-you/ja/1", List.of());
    assertThat(state()).isEqualTo(new MailState.Sent("ses-1", NOON));
  }
}
