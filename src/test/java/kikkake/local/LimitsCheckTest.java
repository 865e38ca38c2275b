package kikkake.local;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.shown;
import static kikkake.local.WentMails.NOON;
import static kikkake.local.WentMails.SHOP;
import static kikkake.local.WentMails.TOKYO;
import static kikkake.local.WentMails.hoursLater;
import static kikkake.mail.MailKind.RECOMMENDATION;
import static kikkake.mail.MailKind.THANK_YOU;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kikkake.customer.Customers;
import kikkake.customer.DynamoCustomers;
import kikkake.customer.Profile;
import kikkake.local.LimitsCheck.Went;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import kikkake.mail.MailState;
import kikkake.mail.PlannedMail;
import kikkake.mail.Settings;
import kikkake.mail.Shown;
import kikkake.table.TestTable;
import org.junit.jupiter.api.Test;

/** What the check takes from the ledger, and from the profiles of the recipients. */
class LimitsCheckTest {
  @Test
  void readsFromTheLedgerWhatWentAndFromTheProfileWhereAndHowOftenItMay() {
    Profile profile =
        new Profile(ANNA, null, null, null, "Asia/Tokyo", null, List.of(), null, 3, NOON, 1);
    Customers customers = new DynamoCustomers(TestTable.simulated());
    assertThat(customers.save(profile)).isTrue();
    PlannedMail sent = planned(THANK_YOU, new MailState.Sent("ses-1", NOON), shown("tea"));
    PlannedMail skipped =
        planned(RECOMMENDATION, new MailState.Skipped("no-consent", NOON), List.of());

    assertThat(new LimitsCheck(Settings.of(SHOP)).went(List.of(sent, skipped), customers))
        .containsExactly(new Went(sent.key(), true, NOON.minusSeconds(60), NOON, TOKYO, 3));
  }

  private static PlannedMail planned(MailKind kind, MailState state, List<Shown> shown) {
    Instant begin = NOON.minusSeconds(60);
    MailKey key = new MailKey(ANNA, kind, "o-1");
    return new PlannedMail(
        key, begin, begin, NOON, hoursLater(48), 1, 0, state, null, shown, List.of());
  }
}
