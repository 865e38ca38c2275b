package kikkake.mail;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kikkake.TestClock;
import kikkake.table.TestTable;
import org.junit.jupiter.api.Test;

class ReleaseTest {
  private final TestClock clock = new TestClock(NOON);
  private final Ledger ledger = new DynamoLedger(TestTable.simulated());
  private final RecordingSendQueue queue = new RecordingSendQueue();
  private final Release release = new Release(ledger, queue, clock);

  private MailKey plan(String order, Instant due) {
    MailKey key = new MailKey(ANNA, MailKind.THANK_YOU, order);
    ledger.plan(PlannedMail.planned(key, NOON, NOON, due, due.plus(Duration.ofDays(1))));
    return key;
  }

  @Test
  void hintsWhatIsDueFromWhateverShard() {
    MailKey[] due = new MailKey[50];
    for (int i = 0; i < due.length; i++) {
      due[i] = plan("o-" + i, NOON.minusSeconds(i));
    }
    plan("later", NOON.plusSeconds(1));

    assertThat(release.tick()).isEqualTo(50);
    assertThat(queue.take()).containsExactlyInAnyOrder(due);
  }

  @Test
  void hintsAgainWhatNobodyTook() {
    MailKey key = plan("o-1", NOON);

    release.tick();
    release.tick();

    assertThat(queue.take()).containsExactly(key, key);
  }

  @Test
  void waitsWhileTheSendersAreBusyEnough() {
    plan("o-1", NOON);
    queue.crowd(Release.MAX_WAITING);

    assertThat(release.tick()).isZero();

    queue.crowd(Release.MAX_WAITING - 1);
    assertThat(release.tick()).isEqualTo(1);
  }
}
