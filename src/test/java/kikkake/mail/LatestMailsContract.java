package kikkake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import kikkake.TestData;
import kikkake.event.CustomerId;
import kikkake.table.DynamoTable;
import org.junit.jupiter.api.Test;

/** What finding real mails must do, on each DynamoDB. */
abstract class LatestMailsContract {
  abstract DynamoTable table();

  private static PlannedMail mail(int number, MailKind kind) {
    Instant at = TestData.NOON.plus(Duration.ofMinutes(number));
    MailKey key = new MailKey(new CustomerId("c-" + number), kind, "o-" + number);
    return PlannedMail.planned(key, at, at, at, at.plus(Duration.ofDays(2)));
  }

  @Test
  void findsTheLatestOfAKindWhereverItBegins() {
    DynamoTable table = table();
    DynamoLedger ledger = new DynamoLedger(table);
    IntStream.range(0, 30).forEach(i -> ledger.plan(mail(i, MailKind.THANK_YOU)));
    IntStream.range(30, 40).forEach(i -> ledger.plan(mail(i, MailKind.RECOMMENDATION)));

    for (String place : List.of("somewhere", "elsewhere", "c-12", "", "~")) {
      assertThat(new DynamoLatestMails(table, () -> place).of(MailKind.THANK_YOU, 3))
          .as(place)
          .extracting(found -> found.key().businessKey())
          .containsExactly("o-29", "o-28", "o-27");
    }
    assertThat(new DynamoLatestMails(table, () -> "x").of(MailKind.BROWSE_FOLLOW_UP, 3)).isEmpty();
  }
}
