package kikkake.mail;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.NOON;
import static kikkake.TestData.contact;
import static kikkake.TestData.purchase;
import static kikkake.mail.MailKind.RECOMMENDATION;
import static kikkake.mail.MailKind.THANK_YOU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kikkake.TestShop;
import kikkake.event.Contact;
import kikkake.table.DynamoRow;
import org.junit.jupiter.api.Test;

class SendMailTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant END_OF_SHELF_LIFE = NOON.plus(Duration.ofDays(2));
  private static final MailKey KEY = new MailKey(ANNA, THANK_YOU, "o-1");

  private final TestShop shop = new TestShop().sells("tea", "cup", "pot", "tray", "box");

  private MailState state() {
    return shop.state(THANK_YOU, "o-1");
  }

  private TestShop ordered() {
    shop.knows(ANNA).arrive(purchase("o-1", "tea").build());
    return shop;
  }

  @Test
  void repeatedHintsSendOnce() {
    ordered();
    for (int i = 0; i < 5; i++) {
      shop.send(KEY);
    }
    shop.deliver();

    assertThat(shop.mailer.mails()).hasSize(1);
    assertThat(shop.mail(THANK_YOU, "o-1").attempt()).isEqualTo(1);
  }

  @Test
  void twoSendersWithTheSameHintSendOnce() {
    ordered();
    shop.mailer.answer(mail -> {
      shop.send(KEY);
      return shop.mailer.accepted();
    });

    shop.send(KEY);

    assertThat(shop.mailer.mails()).hasSize(1);
    assertThat(state()).isEqualTo(new MailState.Sent("ses-1", NOON));
  }

  @Test
  void aHintOfAMailThatNobodyPlannedChangesNothing() {
    shop.send(KEY);

    assertThat(shop.ledger.find(KEY)).isEmpty();
    assertThat(shop.mailer.mails()).isEmpty();
  }

  @Test
  void aMailCarriesWhichPlannedMailAndWhichClaimItIs() {
    ordered().deliver();

    assertThat(shop.mailer.mails())
        .extracting(OutgoingMail::sender, OutgoingMail::sendId, OutgoingMail::attempt)
        .containsExactly(tuple("shop@shop.example", KEY.sendId(), 1));
  }

  @Test
  void whatSesRefusesIsRejectedForGood() {
    shop.mailer.answer(new Mailer.Answer.Refused("ses-MessageRejected"));
    ordered().deliver();
    shop.afterwards(HOUR);

    assertThat(state()).isEqualTo(new MailState.Rejected("ses-MessageRejected", NOON));
    assertThat(shop.mailer.mails()).hasSize(1);
  }

  @Test
  void whatSesDoesNotTakeNowIsTriedAgainInAMinuteOrTwo() {
    shop.mailer.answer(new Mailer.Answer.NotNow(Mailer.Hindrance.TOO_FAST, "ses-TooManyRequests"));
    ordered().deliver();
    Instant until = shop.mail(THANK_YOU, "o-1").dueAt();
    assertThat(until).isBetween(NOON.plusSeconds(60), NOON.plusSeconds(119));
    assertThat(state()).isEqualTo(new MailState.Held(until, "ses-TooManyRequests"));

    shop.mailer.answer(mail -> shop.mailer.accepted());
    shop.deliverAt(until.minusSeconds(1));
    assertThat(shop.mailer.mails()).hasSize(1);
    shop.deliverAt(until);

    assertThat(shop.mailer.mails()).extracting(OutgoingMail::attempt).containsExactly(1, 2);
    assertThat(state()).isEqualTo(new MailState.Sent("ses-2", until));
  }

  @Test
  void whatSesNeverTakesEndsWithItsShelfLife() {
    shop.mailer.answer(new Mailer.Answer.NotNow(Mailer.Hindrance.NOT_ALLOWED, "ses-SendingPaused"));
    ordered().deliver();

    shop.deliverAt(END_OF_SHELF_LIFE.plusSeconds(1));

    assertThat(state())
        .isEqualTo(new MailState.Skipped("too-late", END_OF_SHELF_LIFE.plusSeconds(1)));
  }

  @Test
  void whereNobodyKnowsWhatSesDidTheMailIsInDoubtAndNeverTriedAgain() {
    shop.mailer.answer(new Mailer.Answer.Unknown("ses-no-answer"));
    ordered().deliver();
    shop.afterwards(HOUR);

    assertThat(state()).isEqualTo(new MailState.InDoubt("ses-no-answer", NOON, NOON.plus(DAY)));
    assertThat(shop.mailer.mails()).hasSize(1);
  }

  @Test
  void aSenderThatDiesWhileItHandsOverLeavesTheMailInDoubt() {
    shop.mailer.answer(mail -> {
      throw new IllegalStateException("out of memory");
    });
    ordered();
    assertThatThrownBy(shop::deliver).hasMessage("out of memory");
    assertThat(state()).isInstanceOf(MailState.Claimed.class);

    shop.afterwards(Ledger.LEASE);
    assertThat(state()).isInstanceOf(MailState.Claimed.class);
    shop.afterwards(Duration.ofSeconds(1));

    assertThat(state())
        .isEqualTo(
            new MailState.InDoubt(
                "lease-ran-out", shop.clock.instant(), shop.clock.instant().plus(DAY)));
    assertThat(shop.mailer.mails()).hasSize(1);
  }

  @Test
  void anEventOfSesBeforeOurOwnWriteDoesNotTakeTemplateAndItemsAway() {
    shop.mailer.answer(mail -> {
      shop.ledger.settle(KEY, mail.attempt(), "ses-1", NOON);
      return new Mailer.Answer.Accepted("ses-1");
    });
    ordered().deliver();

    assertThat(state()).isEqualTo(new MailState.Sent("ses-1", NOON));
    assertThat(shop.mail(THANK_YOU, "o-1").template()).isEqualTo("thank-you/ja/built-in-1");
    assertThat(shop.mail(THANK_YOU, "o-1").items()).hasSize(4);
  }

  @Test
  void thanksForAnOrderOfTheNightToAnAddressThatBouncedEndAtOnce() {
    Instant night = NOON.plus(Duration.ofHours(14));
    shop.clock.set(night);
    shop.knows(ANNA).suppressions.add("anna@example.jp", "bounced", NOON);
    shop.arrive(purchase("o-1", "tea").at(night).build());

    shop.deliverAt(night.plus(HOUR));

    assertThat(state()).isEqualTo(new MailState.Skipped("suppressed", night.plus(HOUR)));
    assertThat(shop.mail(THANK_YOU, "o-1").decisions())
        .extracting(Decision::gate)
        .containsExactly("address");
  }

  @Test
  void thanksToSomebodyWhoWasErasedEndAtOnceAndDoNotWaitForAnAddress() {
    shop.arrive(purchase("o-1", "tea").build());
    shop.table.put(DynamoRow.of(shop.tombstones.key(ANNA)));

    shop.deliver();

    assertThat(state()).isEqualTo(new MailState.Skipped("erased", NOON));
  }

  @Test
  void aFailureWhileComposingPutsTheMailBackAndIsNotHidden() {
    ordered().outage.of("BatchGetItem 4");

    assertThatThrownBy(shop::deliver)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The table does not answer");
    assertThat(state()).isEqualTo(new MailState.Held(NOON.plusSeconds(300), "failed"));

    shop.outage.ends();
    shop.afterwards(Duration.ofMinutes(5));
    assertThat(state()).isInstanceOf(MailState.Sent.class);
    assertThat(shop.mailer.mails()).hasSize(1);
  }

  @Test
  void aFailureAtTheEndOfTheShelfLifeSkipsTheMail() {
    ordered().outage.of("BatchGetItem 4");
    shop.clock.set(END_OF_SHELF_LIFE);

    assertThatThrownBy(shop::deliver).isInstanceOf(IllegalStateException.class);

    assertThat(state()).isEqualTo(new MailState.Skipped("failed", END_OF_SHELF_LIFE));
  }

  @Test
  void withoutAnAddressItIsHeldForAnHourAndAnHourUntilItsShelfLifeEnds() {
    shop.arrive(purchase("o-1", "tea").build());
    shop.deliver();

    for (int hour = 1; hour <= 48; hour++) {
      assertThat(state())
          .isEqualTo(new MailState.Held(shop.clock.instant().plus(HOUR), "no-address"));
      shop.afterwards(HOUR);
    }

    assertThat(state()).isEqualTo(new MailState.Skipped("no-address", END_OF_SHELF_LIFE));
    assertThat(shop.mailer.mails()).isEmpty();
  }

  @Test
  void anAddressThatComesLateIsUsed() {
    shop.arrive(purchase("o-1", "tea").build());
    shop.deliver();
    shop.knows(ANNA, contact("late@example.jp"));

    shop.afterwards(HOUR);

    assertThat(shop.mailer.mails()).extracting(OutgoingMail::to).containsExactly("late@example.jp");
  }

  @Test
  void nothingGoesToASuppressedAddress() {
    ordered().suppressions.add("ANNA@example.jp", "bounced", NOON);

    shop.deliver();

    assertThat(state()).isEqualTo(new MailState.Skipped("suppressed", NOON));
    assertThat(shop.mailer.mails()).isEmpty();
  }

  @Test
  void nothingGoesOfAJourneyThatWasSwitchedOffMeanwhile() {
    ordered().set("thank-you.on", "no");

    shop.deliver();

    assertThat(state()).isEqualTo(new MailState.Skipped("switched-off", NOON));
    assertThat(shop.mailer.mails()).isEmpty();
  }

  @Test
  void nothingGoesAfterItsShelfLife() {
    ordered();

    shop.deliverAt(END_OF_SHELF_LIFE.plusSeconds(1));

    assertThat(state()).isInstanceOf(MailState.Skipped.class);
    shop.deliverAt(shop.mail(RECOMMENDATION, "o-1").expiresAt());
    assertThat(shop.mailer.kinds()).as("to its last second").containsExactly(RECOMMENDATION);
  }

  @Test
  void speaksTheLanguageOfTheCustomerOrElseOfTheShop() {
    record Case(String language, String template) {}
    List<Case> cases =
        List.of(
            new Case("en", "thank-you/en/built-in-1"),
            new Case("en-GB", "thank-you/en/built-in-1"),
            new Case("ja_JP", "thank-you/ja/built-in-1"),
            new Case("fr", "thank-you/en/built-in-1"),
            new Case("not a language at all", "thank-you/en/built-in-1"));
    for (Case each : cases) {
      TestShop other = new TestShop();
      other.knows(ANNA, new Contact("a@example.jp", null, each.language(), null, null));
      other.arrive(purchase("o-1", "tea").build());
      other.deliver();
      assertThat(other.mail(THANK_YOU, "o-1").template())
          .as(each.language())
          .isEqualTo(each.template());
    }

    TestShop english = new TestShop().knowsOnlyTheAddressOf(ANNA);
    english.set("language", "en");
    english.arrive(purchase("o-1", "tea").build());
    english.deliver();
    assertThat(english.mail(THANK_YOU, "o-1").template()).isEqualTo("thank-you/en/built-in-1");
  }
}
