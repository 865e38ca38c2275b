package kikkake.mail;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kikkake.table.DynamoKey;
import kikkake.table.DynamoTable;

/**
 * Finds real mails without an index, which would cost a write for each mail: it reads at most three
 * pages of 1 MB from a random place on, 128 read units each.
 */
public final class DynamoLatestMails implements LatestMails {
  private static final int PAGES = 3;

  private final DynamoTable table;
  private final Supplier<String> chance;

  /**
   * In a table.
   *
   * @param chance gives another text each time
   */
  public DynamoLatestMails(DynamoTable table, Supplier<String> chance) {
    this.table = table;
    this.chance = chance;
  }

  @Override
  public List<PlannedMail> of(MailKind kind, int most) {
    DynamoKey from = new DynamoKey("C#" + chance.get(), DynamoLedgerRow.MAIL);
    Map<MailKey, PlannedMail> mails =
        table.sample(DynamoLedgerRow.MAIL + kind.label() + "#", from, PAGES).stream()
            .map(DynamoLedgerRow::mail)
            .collect(Collectors.toMap(PlannedMail::key, Function.identity(), (one, two) -> one));
    return mails.values().stream()
        .sorted(
            Comparator.<PlannedMail, Instant>comparing(PlannedMail::plannedAt)
                .reversed()
                .thenComparing(mail -> mail.key().customer())
                .thenComparing(mail -> mail.key().businessKey()))
        .limit(most)
        .toList();
  }
}
