package kikkake.mail;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.BEN;
import static kikkake.TestData.NOON;
import static kikkake.TestData.items;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import kikkake.table.DynamoTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What every ledger does where a mail is held or ends, by our own writes or by events of SES. */
abstract class LedgerEndingsContract {
  static final Instant LATER = NOON.plusSeconds(1);
  static final Instant AFTER_LEASE = NOON.plus(Ledger.LEASE).plusSeconds(1);
  static final Duration SETTLE = Duration.ofDays(1);
  static final String RULES = "g1-abc";
  static final MailKey KEY = new MailKey(ANNA, MailKind.THANK_YOU, "o-1");

  /** Whether each change reaches the table twice from now on, and only the second is answered. */
  private boolean isRepeated;

  final Ledger ledger = new DynamoLedger(table(this::oftenRepeated));

  /** A new table, whose client is changed like this. */
  abstract DynamoTable table(UnaryOperator<DynamoDbClient> change);

  private DynamoDbClient oftenRepeated(DynamoDbClient client) {
    return new RepeatingClient(client, () -> isRepeated);
  }

  /** From now on the SDK hears no answer to its changes, and makes each once more. */
  void losesAnswers() {
    isRepeated = true;
  }

  static PlannedMail planned(MailKey key, Instant dueAt) {
    return PlannedMail.planned(
        key, NOON.minusSeconds(30), NOON, dueAt, NOON.plus(Duration.ofDays(2)));
  }

  /** Claims, with how long a mail in doubt waits and the rules' name. */
  Optional<Claim> take(MailKey key, String owner, Instant now) {
    return ledger.claim(key, owner, now, SETTLE, RULES);
  }

  Claim claim(String owner) {
    return take(KEY, owner, NOON).orElseThrow();
  }

  static Decision skipped(String reason, Instant at) {
    return decision(Decision.Outcome.SKIPPED, reason, at, null);
  }

  static Decision rejected(String reason, Instant at) {
    return decision(Decision.Outcome.REJECTED, reason, at, null);
  }

  static Decision held(String reason, Instant at, Instant until) {
    return decision(Decision.Outcome.HELD, reason, at, until);
  }

  static Decision inDoubt(String reason, Instant at) {
    return decision(Decision.Outcome.IN_DOUBT, reason, at, at.plus(SETTLE));
  }

  private static Decision decision(
      Decision.Outcome outcome, String reason, Instant at, @Nullable Instant until) {
    return new Decision(at, outcome, "gate", reason, until, RULES, 1);
  }

  static Ledger.Acceptance acceptance(String messageId, String... items) {
    return new Ledger.Acceptance(messageId, LATER, "thank-you/ja/1", items(items));
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
