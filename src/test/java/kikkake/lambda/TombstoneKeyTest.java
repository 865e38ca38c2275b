package kikkake.lambda;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import kikkake.TestRecipients;
import kikkake.customer.Erasure;
import kikkake.customer.SecretHash;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import kikkake.mail.RecordingSendQueue;
import kikkake.mail.Release;
import kikkake.table.DynamoKey;
import org.junit.jupiter.api.Test;

/** Nobody erases with a tombstone key that is not the one of the table. */
class TombstoneKeyTest extends ErasableShop {
  @Test
  void aKeyThatIsNotTheTablesErasesNothingAndSaysSo() {
    annaWasHere();
    erasure.erase(BEN);
    Set<DynamoKey> before = Set.copyOf(table.keys("C#" + ANNA));
    Wiring other = wiring(new SecretHash("another key, long enough"));
    EraseHandler handler = new EraseHandler(other.erasure());

    assertThatThrownBy(
            () -> handler.handleRequest(Map.of("customer", "anna"), new RecordingContext()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the tombstone key is not the one of this table")
        .hasMessageNotContainingAny("another key", "anna");

    assertThat(Set.copyOf(table.keys("C#" + ANNA))).isEqualTo(before);
    assertThat(TestRecipients.isSuppressed(table, ADDRESS)).isFalse();
  }

  @Test
  void theTickLetsTheTableKnowItsKeyBeforeAnybodyErasesByHand() {
    new ReleaseHandler(wiring.release(), wiring.erasure())
        .handleRequest(Map.of(), new RecordingContext());
    Erasure byHand = wiring(new SecretHash("another key, long enough")).erasure();

    assertThatThrownBy(() -> byHand.erase(ANNA)).hasMessageContaining("the tombstone key");
    assertThat(erasure.erase(ANNA)).isZero();
  }

  @Test
  void aTickWithAKeyThatIsNotTheTablesReleasesMailsAndThenFails() {
    erasure.erase(BEN);
    annaWasHere();
    RecordingSendQueue queue = new RecordingSendQueue();
    Wiring other = wiring(new SecretHash("another key, long enough"));
    ReleaseHandler handler =
        new ReleaseHandler(new Release(wiring.ledger(), queue, clock), other.erasure());

    assertThatThrownBy(() -> handler.handleRequest(Map.of(), new RecordingContext()))
        .hasMessageContaining("the tombstone key");

    assertThat(queue.take()).containsExactly(new MailKey(ANNA, MailKind.THANK_YOU, "o-1"));
  }
}
