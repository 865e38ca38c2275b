package kikkake.mail;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.BEN;
import static kikkake.TestData.NOON;
import static kikkake.TestData.purchase;
import static kikkake.mail.MailKind.THANK_YOU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kikkake.TestShop;
import kikkake.event.CustomerId;
import kikkake.mail.Mailer.Answer;
import kikkake.mail.Mailer.Hindrance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each of SES's answers leads to. */
class HandOverTest {
  private static final Instant QUARTER_PAST = NOON.plus(Duration.ofMinutes(15));
  private static final Instant ONE = NOON.plus(Duration.ofHours(1));

  private final TestShop shop = new TestShop().knows(ANNA).knows(BEN);

  private void answer(Hindrance hindrance, String reason) {
    shop.mailer.answer(new Answer.NotNow(hindrance, reason));
  }

  private TestShop ordered() {
    shop.arrive(purchase("o-1", "tea").build());
    return shop;
  }

  private PlannedMail mail(CustomerId customer, String order) {
    return shop.find(customer, THANK_YOU, order).orElseThrow();
  }

  private MailState state() {
    return mail(ANNA, "o-1").state();
  }

  @Test
  void whatSesRefusesIsNeverHandedOverAgain() {
    shop.mailer.answer(new Answer.Refused("ses-MessageRejected"));
    ordered().deliver();
    shop.deliverAt(NOON.plus(Duration.ofDays(1)));

    assertThat(state()).isEqualTo(new MailState.Rejected("ses-MessageRejected", NOON));
    assertThat(shop.mailer.mails()).hasSize(1);
    assertThat(shop.switchboard.read()).isEqualTo(SendingSwitch.ON);
  }

  @ParameterizedTest
  @EnumSource(names = {"TOO_FAST", "UNREACHABLE"})
  void whatComesTooFastOrReachesNobodyWaitsTwiceAsLongEachTimeUpToAQuarterOfAnHour(
      Hindrance hindrance) {
    answer(hindrance, "ses-busy");
    ordered();
    List<Long> minutes = new ArrayList<>();
    for (int attempt = 1; attempt <= 7; attempt++) {
      shop.deliver();
      assertThat(shop.mailer.mails()).hasSize(attempt);
      Duration wait = Duration.between(shop.clock.instant(), mail(ANNA, "o-1").dueAt());
      minutes.add(wait.toMinutes());
      shop.clock.pass(wait);
    }

    assertThat(minutes).containsExactly(1L, 2L, 4L, 8L, 16L, 16L, 16L);
    assertThat(shop.switchboard.read()).as("others go on").isEqualTo(SendingSwitch.ON);
  }

  @Test
  void notAllThatCameTooFastComeBackAtTheSameMoment() {
    answer(Hindrance.TOO_FAST, "ses-TooManyRequests");
    for (int i = 0; i < 50; i++) {
      shop.arrive(purchase("o-" + i, "tea").build());
    }
    shop.deliver();

    assertThat(shop.ledger.of(ANNA))
        .filteredOn(mail -> mail.key().kind() == THANK_YOU)
        .hasSize(50)
        .allMatch(mail -> !mail.dueAt().isBefore(NOON.plusSeconds(60)))
        .allMatch(mail -> mail.dueAt().isBefore(NOON.plusSeconds(120)))
        .extracting(PlannedMail::dueAt)
        .satisfies(times -> assertThat(times.stream().distinct()).hasSizeGreaterThan(20));
  }

  @Test
  void aQuotaThatIsUsedUpPausesEverybodyForAQuarterOfAnHour() {
    answer(Hindrance.QUOTA_USED_UP, "ses-LimitExceeded");
    ordered().deliver();
    assertThat(state()).isEqualTo(new MailState.Held(QUARTER_PAST, "ses-LimitExceeded"));
    assertThat(shop.switchboard.read())
        .isEqualTo(new SendingSwitch(SendingSwitch.Mode.ON, QUARTER_PAST, "ses-LimitExceeded"));

    shop.mailer.answer(mail -> shop.mailer.accepted());
    shop.arrive(purchase("o-2", "tea").by(BEN).build());
    shop.deliver();
    assertThat(shop.mailer.mails()).as("Ben's mail did not try").hasSize(1);
    assertThat(mail(BEN, "o-2").state()).isEqualTo(new MailState.Held(QUARTER_PAST, "paused"));

    shop.deliverAt(QUARTER_PAST);
    assertThat(state()).isInstanceOf(MailState.Sent.class);
    assertThat(mail(BEN, "o-2").state()).isInstanceOf(MailState.Sent.class);
  }

  @Test
  void anAccountThatMayNotSendPausesEverybodyForAnHour() {
    answer(Hindrance.NOT_ALLOWED, "ses-SendingPaused");
    ordered().deliver();

    assertThat(state()).isEqualTo(new MailState.Held(ONE, "ses-SendingPaused"));
    assertThat(shop.switchboard.read())
        .isEqualTo(new SendingSwitch(SendingSwitch.Mode.ON, ONE, "ses-SendingPaused"));
  }

  @Test
  void aWaitBeyondTheShelfLifeIsASkipThatTellsWhatSesSaid() {
    shop.set("thank-you.shelfLife", "PT30M");
    answer(Hindrance.NOT_ALLOWED, "ses-SendingPaused");
    ordered().deliver();

    assertThat(state()).isEqualTo(new MailState.Skipped("ses-SendingPaused", NOON));
  }

  @Test
  void whereNobodyKnowsTheMailIsInDoubtForAsLongAsTheShopWants() {
    shop.set("inDoubt.settleAfter", "PT6H");
    shop.mailer.answer(new Answer.Unknown("ses-500"));
    ordered().deliver();

    assertThat(state())
        .isEqualTo(new MailState.InDoubt("ses-500", NOON, NOON.plus(Duration.ofHours(6))));
    assertThat(shop.switchboard.read()).isEqualTo(SendingSwitch.ON);
  }

  @Test
  void everyAnswerStandsInTheDecisions() {
    answer(Hindrance.TOO_FAST, "ses-TooManyRequests");
    ordered().deliver();
    shop.deliverAt(mail(ANNA, "o-1").dueAt());
    shop.mailer.answer(mail -> shop.mailer.accepted());
    shop.deliverAt(mail(ANNA, "o-1").dueAt());

    String rules = "g1-" + shop.settings.read().version();
    assertThat(mail(ANNA, "o-1").decisions())
        .extracting(Decision::gate, Decision::reason, Decision::times, Decision::rules)
        .contains(
            tuple("ses", "ses-TooManyRequests", 2, rules), tuple("ses", "accepted", 1, rules));
  }
}
