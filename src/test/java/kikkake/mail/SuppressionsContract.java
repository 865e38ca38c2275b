package kikkake.mail;

import static kikkake.TestData.HASH;
import static kikkake.TestData.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import kikkake.TestRecipients;
import kikkake.table.DynamoTable;
import org.junit.jupiter.api.Test;

/** What every store of suppressed addresses does, as the last look before a mail sees it. */
abstract class SuppressionsContract {
  private final DynamoTable table = table();
  private final DynamoSuppressions suppressions = new DynamoSuppressions(table, HASH);

  abstract DynamoTable table();

  private boolean isSuppressed(String address) {
    return TestRecipients.isSuppressed(table, address);
  }

  @Test
  void suppressesWhatWasAdded() {
    assertThat(isSuppressed("anna@example.jp")).isFalse();

    suppressions.add("anna@example.jp", "bounced", NOON);
    suppressions.add("anna@example.jp", "complained", NOON.plusSeconds(1));

    assertThat(isSuppressed("anna@example.jp")).isTrue();
    assertThat(isSuppressed("ben@example.jp")).isFalse();
  }

  @Test
  void doesNotCareForCapitalsAndSpacesAround() {
    suppressions.add(" Anna@Example.JP", "bounced", NOON);

    assertThat(isSuppressed("anna@example.jp")).isTrue();
    assertThat(isSuppressed("ANNA@example.jp ")).isTrue();
  }
}
