package kikkake.mail;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.NOON;
import static kikkake.TestData.purchase;
import static kikkake.mail.MailKind.RECOMMENDATION;
import static kikkake.mail.MailKind.THANK_YOU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import kikkake.TestShop;
import kikkake.mail.Mailer.Answer;
import org.junit.jupiter.api.Test;

/** A mail of which nobody knows whether it went. */
class OnceMoreTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant TOMORROW = NOON.plus(DAY);
  private static final Instant DAY_AFTER = TOMORROW.plus(DAY);
  private static final Instant MONDAY = Instant.parse("2026-04-13T01:00:00Z");
  private static final MailKey KEY = new MailKey(ANNA, THANK_YOU, "o-1");

  private Runnable meanwhile = () -> {};
  private final TestShop shop =
      new TestShop(new Pace(1, this::look, duration -> {}))
          .sells("tea", "cup", "pot", "tray", "box")
          .knows(ANNA);

  private Instant look() {
    meanwhile.run();
    return Instant.EPOCH;
  }

  private MailState thanks() {
    return shop.state(THANK_YOU, "o-1");
  }

  /** SES did not answer when the thank-you was handed over. */
  private void inDoubt() {
    shop.mailer.answer(new Answer.Unknown("ses-no-answer"));
    shop.arrive(purchase("o-1", "tea").build());
    shop.deliver();
    assertThat(thanks()).isEqualTo(new MailState.InDoubt("ses-no-answer", NOON, TOMORROW));
    shop.mailer.answer(mail -> shop.mailer.accepted());
  }

  @Test
  void thanksOfWhichSesSaidNothingForADayGoOnceMoreAndAdvertiseNotTwice() {
    inDoubt();

    shop.deliverAt(TOMORROW.minusSeconds(1));
    assertThat(shop.mailer.mails()).hasSize(1);
    shop.deliverAt(TOMORROW);

    assertThat(shop.mailer.mails()).extracting(OutgoingMail::attempt).containsExactly(1, 2);
    assertThat(thanks()).isEqualTo(new MailState.Sent("ses-2", TOMORROW));
    assertThat(shop.lastMail().text()).contains("Title of tea").doesNotContain("Title of cup");
    assertThat(shop.lastMail().header("List-Unsubscribe")).isEmpty();
  }

  @Test
  void andThenNeverAgain() {
    inDoubt();
    shop.mailer.answer(new Answer.Unknown("ses-no-answer"));
    shop.deliverAt(TOMORROW);
    assertThat(thanks()).isEqualTo(new MailState.InDoubt("ses-no-answer", TOMORROW, DAY_AFTER));

    shop.deliverAt(DAY_AFTER);
    shop.deliverAt(DAY_AFTER.plus(DAY));

    assertThat(shop.mailer.kinds()).filteredOn(THANK_YOU::equals).hasSize(2);
    assertThat(thanks()).isEqualTo(new MailState.InDoubt("no-event", TOMORROW, null));
  }

  @Test
  void advertisingNeverGoesASecondTime() {
    shop.arrive(purchase("o-1", "tea").build());
    shop.deliver();
    shop.mailer.answer(new Answer.Unknown("ses-no-answer"));
    shop.deliverAt(MONDAY);
    assertThat(shop.mailer.kinds()).containsExactly(THANK_YOU, RECOMMENDATION);

    shop.deliverAt(MONDAY.plus(DAY));

    assertThat(shop.mailer.kinds()).hasSize(2);
    assertThat(shop.state(RECOMMENDATION, "o-1"))
        .isEqualTo(new MailState.InDoubt("no-event", MONDAY, null));
  }

  @Test
  void anEventOfSesEndsTheDoubtAndNothingGoesAgain() {
    inDoubt();
    shop.ledger.settle(KEY, 1, "ses-9", NOON.plusSeconds(60));

    shop.deliverAt(TOMORROW);

    assertThat(thanks()).isEqualTo(new MailState.Sent("ses-9", NOON.plusSeconds(60)));
    assertThat(shop.mailer.mails()).hasSize(1);
  }

  @Test
  void anEventOfTheFirstTryWhileTheSecondIsMadeStopsTheSecond() {
    inDoubt();
    meanwhile = () -> shop.ledger.settle(KEY, 1, "ses-9", TOMORROW);

    shop.deliverAt(TOMORROW);

    assertThat(thanks()).isEqualTo(new MailState.Sent("ses-9", TOMORROW));
    assertThat(shop.mailer.mails()).hasSize(1);
  }

  @Test
  void anEventOfTheFirstTryLongAfterItWasGivenUpIsStillBelieved() {
    inDoubt();
    shop.mailer.answer(new Answer.Unknown("ses-no-answer"));
    shop.deliverAt(TOMORROW);
    shop.deliverAt(DAY_AFTER);

    assertThat(shop.ledger.settle(KEY, 1, "ses-9", DAY_AFTER)).isTrue();
    assertThat(thanks()).isEqualTo(new MailState.Sent("ses-9", DAY_AFTER));
  }

  @Test
  void aSecondTryThatIsNotWantedAnyMoreStaysInDoubtForTheFirstMayHaveGone() {
    inDoubt();
    shop.set("thank-you.on", "no");

    shop.deliverAt(TOMORROW);

    assertThat(thanks()).isEqualTo(new MailState.InDoubt("switched-off", TOMORROW, null));
    assertThat(shop.mailer.mails()).hasSize(1);
    shop.deliverAt(DAY_AFTER);
    assertThat(shop.mailer.mails()).hasSize(1);
  }

  @Test
  void aSecondTryThatSesRefusesStaysInDoubtForTheFirstMayHaveGone() {
    inDoubt();
    shop.mailer.answer(new Answer.Refused("ses-MessageRejected"));

    shop.deliverAt(TOMORROW);

    assertThat(thanks()).isEqualTo(new MailState.InDoubt("ses-MessageRejected", TOMORROW, null));
    shop.deliverAt(DAY_AFTER);
    assertThat(shop.mailer.mails()).hasSize(2);
  }

  @Test
  void aSenderThatDiedLeavesADoubtThatIsSettledInTheSameWay() {
    shop.mailer.answer(mail -> {
      throw new IllegalStateException("out of memory");
    });
    shop.arrive(purchase("o-1", "tea").build());
    assertThatThrownBy(shop::deliver).hasMessage("out of memory");
    shop.mailer.answer(mail -> shop.mailer.accepted());
    Instant found = NOON.plus(Ledger.LEASE).plusSeconds(1);

    shop.deliverAt(found);
    assertThat(thanks()).isEqualTo(new MailState.InDoubt("lease-ran-out", found, found.plus(DAY)));
    shop.deliverAt(found.plus(DAY));

    assertThat(thanks()).isEqualTo(new MailState.Sent("ses-2", found.plus(DAY)));
  }
}
