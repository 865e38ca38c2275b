package kikkake.mail;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.AWKWARD_ID;
import static kikkake.TestData.BEN;
import static kikkake.TestData.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kikkake.event.CustomerId;
import org.junit.jupiter.api.Test;

/** What every ledger does: each change under its condition, and nothing otherwise. */
abstract class LedgerContract extends LedgerDoubtContract {
  @Test
  void plansAMailOnceForItsKey() {
    PlannedMail mail = planned(KEY, NOON);

    assertThat(ledger.plan(mail)).isTrue();
    assertThat(ledger.plan(planned(KEY, NOON.plusSeconds(60)))).isFalse();
    assertThat(ledger.find(KEY)).contains(mail);
  }

  @Test
  void doesNotPlanAgainAMailThatWentAlready() {
    ledger.sent(planAndClaim(), acceptance("ses-1"), List.of());

    assertThat(ledger.plan(planned(KEY, NOON))).isFalse();
    assertThat(state()).isEqualTo(new MailState.Sent("ses-1", LATER));
  }

  @Test
  void knowsNothingOfAMailThatNobodyPlanned() {
    assertThat(ledger.find(KEY)).isEmpty();
    assertThat(take(KEY, "a", NOON)).isEmpty();
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

    assertThat(take(KEY, "a", NOON)).isEmpty();
    assertThat(ledger.find(KEY)).contains(mail);
    assertThat(take(KEY, "a", LATER)).isPresent();
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

    assertThat(take(KEY, "b", NOON)).isEmpty();
    assertThat(take(KEY, "b", NOON.plus(Ledger.LEASE))).isEmpty();
    assertThat(state()).isInstanceOf(MailState.Claimed.class);
    assertThat(found().attempt()).isEqualTo(1);
  }

  @Test
  void answersTheSameWhenAClaimIsRepeatedBecauseItsAnswerWasLost() {
    Claim claim = planAndClaim();

    assertThat(take(KEY, claim.owner(), NOON)).contains(claim);
    assertThat(ledger.skipped(claim, skipped("no-consent", NOON))).isTrue();
    assertThat(take(KEY, claim.owner(), NOON)).isEmpty();
  }

  @Test
  void ofManyWhoClaimAtOnceOneGetsIt() throws Exception {
    ledger.plan(planned(KEY, NOON));
    List<Callable<Optional<Claim>>> senders =
        IntStream.range(0, 16)
            .<Callable<Optional<Claim>>>mapToObj(i -> () -> take(KEY, "sender-" + i, NOON))
            .toList();

    List<Claim> claims = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      for (Future<Optional<Claim>> claim : threads.invokeAll(senders)) {
        claim.get().ifPresent(claims::add);
      }
    }

    assertThat(claims).hasSize(1);
    assertThat(state())
        .isEqualTo(new MailState.Claimed(claims.getFirst().owner(), NOON.plus(Ledger.LEASE)));
  }

  @Test
  void aClaimWhoseLeaseRanOutTurnsInDoubtAndGivesNoClaim() {
    planAndClaim();

    assertThat(take(KEY, "b", AFTER_LEASE)).isEmpty();
    assertThat(state())
        .isEqualTo(new MailState.InDoubt("lease-ran-out", AFTER_LEASE, AFTER_LEASE.plus(SETTLE)));
    assertThat(take(KEY, "b", AFTER_LEASE)).isEmpty();
    assertThat(found().attempt()).isEqualTo(1);
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
      assertThat(take(key, "a", NOON)).map(Claim::mail).map(PlannedMail::key).contains(key);
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
    Claim claim = take(KEY, "a", odd).orElseThrow();
    assertThat(state()).isEqualTo(new MailState.Claimed("a", NOON.plus(Ledger.LEASE)));
    ledger.held(claim, held("failed", odd, odd));
    assertThat(state()).isEqualTo(new MailState.Held(NOON, "failed"));
    Optional<Claim> again = take(KEY, "b", NOON);
    ledger.sent(
        again.orElseThrow(),
        new Ledger.Acceptance("ses-1", odd, "thank-you/ja/1", List.of()),
        List.of());
    assertThat(state()).isEqualTo(new MailState.Sent("ses-1", NOON));
  }
}
