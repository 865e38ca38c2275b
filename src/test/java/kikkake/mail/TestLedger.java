package kikkake.mail;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.NOON;
import static kikkake.TestData.shown;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import kikkake.table.DynamoTable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A ledger on a new table, and short words for what its tests do with it. */
abstract class TestLedger {
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
    return new Ledger.Acceptance(messageId, LATER, "thank-you/ja/1", shown(items));
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
}
