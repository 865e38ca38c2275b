package kikkake.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes into the ledger what was decided about one claimed mail. */
final class DecisionWriter {
  private final Ledger ledger;
  private final Claim claim;
  private final String rules;
  private final InstantSource clock;
  private final List<Decision> notes = new ArrayList<>();

  DecisionWriter(Ledger ledger, Claim claim, String rules, InstantSource clock) {
    this.ledger = ledger;
    this.claim = claim;
    this.rules = rules;
    this.clock = clock;
  }

  Claim claim() {
    return claim;
  }

  /** Writes what the gates said, unless it is go; says whether it is. */
  boolean letThrough(GateKeeper.Answer answer) {
    switch (answer.verdict()) {
      case Verdict.Go go -> {
        return true;
      }
      case Verdict.Hold hold -> hold(answer.gate(), hold.until(), hold.reason().label());
      case Verdict.Skip skip -> skip(answer.gate(), skip.reason());
    }
    return false;
  }

  /** Notes that the mail goes without its recommendations; written with what becomes of it. */
  void shorten(String gate, Reason reason) {
    notes.add(decision(Decision.Outcome.SHORTENED, gate, reason.label(), null));
  }

  /** Puts the mail off; where that is past its shelf life, it is skipped for the same reason. */
  void hold(String gate, Instant until, String reason) {
    if (until.isAfter(claim.mail().expiresAt())) {
      ledger.skipped(claim, decision(Decision.Outcome.SKIPPED, gate, reason, null));
    } else {
      ledger.held(claim, decision(Decision.Outcome.HELD, gate, reason, until));
    }
  }

  void skip(String gate, Reason reason) {
    ledger.skipped(claim, decision(Decision.Outcome.SKIPPED, gate, reason.label(), null));
  }

  void sent(String messageId, String template, List<Shown> shown) {
    notes.add(decision(Decision.Outcome.SENT, "ses", Reason.ACCEPTED.label(), null));
    Instant now = clock.instant();
    ledger.sent(claim, new Ledger.Acceptance(messageId, now, template, shown), notes);
  }

  void rejected(String reason) {
    ledger.rejected(claim, decision(Decision.Outcome.REJECTED, "ses", reason, null));
  }

  void inDoubt(String reason, Duration settleAfter) {
    Instant until = clock.instant().plus(settleAfter);
    ledger.inDoubt(claim, decision(Decision.Outcome.IN_DOUBT, "ses", reason, until));
  }

  private Decision decision(
      Decision.Outcome outcome, String gate, String reason, @Nullable Instant until) {
    return new Decision(clock.instant(), outcome, gate, reason, until, rules, 1);
  }
}
