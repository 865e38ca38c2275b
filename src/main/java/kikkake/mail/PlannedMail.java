package kikkake.mail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import kikkake.event.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger. Times are whole seconds.
 *
 * @param occurredAt when its cause happened
 * @param dueAt when it is to go; a held mail's is moved
 * @param expiresAt the end of its shelf life, after which it does not go
 * @param attempt how often it was claimed
 * @param doubts how often nobody knew whether it went
 * @param template the version that was sent, where it was
 * @param shown what it recommended, where it was sent
 * @param decisions what was decided about it, earliest first
 */
public record PlannedMail(
    MailKey key,
    Instant occurredAt,
    Instant plannedAt,
    Instant dueAt,
    Instant expiresAt,
    int attempt,
    int doubts,
    MailState state,
    @Nullable String template,
    List<Shown> shown,
    List<Decision> decisions) {
  public PlannedMail {
    occurredAt = occurredAt.truncatedTo(ChronoUnit.SECONDS);
    plannedAt = plannedAt.truncatedTo(ChronoUnit.SECONDS);
    dueAt = dueAt.truncatedTo(ChronoUnit.SECONDS);
    expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
    shown = List.copyOf(shown);
    decisions = List.copyOf(decisions);
  }

  /** A mail that nobody touched yet. */
  public static PlannedMail planned(
      MailKey key, Instant occurredAt, Instant plannedAt, Instant dueAt, Instant expiresAt) {
    return new PlannedMail(
        key,
        occurredAt,
        plannedAt,
        dueAt,
        expiresAt,
        0,
        0,
        new MailState.Planned(),
        null,
        List.of(),
        List.of());
  }

  /** The items that it recommended. */
  public List<ItemId> items() {
    return shown.stream().map(Shown::item).toList();
  }

  /** Whether an earlier try may have reached the customer. */
  public boolean mayHaveGone() {
    return doubts > 0;
  }
}
