package kikkake.mail;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.NOON;
import static kikkake.TestData.items;
import static kikkake.TestData.no;
import static kikkake.TestData.purchase;
import static kikkake.mail.MailKind.RECOMMENDATION;
import static kikkake.mail.MailKind.THANK_YOU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import kikkake.TestData;
import kikkake.TestShop;
import kikkake.mail.Decision.Outcome;
import kikkake.mail.SendingSwitch.Mode;
import kikkake.table.DynamoRow;
import org.junit.jupiter.api.Test;

/** What happens between the making of a mail and its hand-over still counts. */
class LastLookTest {
  /** When the recommendation is due: Monday, 10:00 in Tokyo. */
  private static final Instant MONDAY = Instant.parse("2026-04-13T01:00:00Z");

  private Runnable meanwhile = () -> {};

  private final TestShop shop = new TestShop(new Pace(1, this::look, duration -> {}));

  /** The sender looks at the clock when the mail is made and not yet handed over. */
  private Instant look() {
    meanwhile.run();
    return Instant.EPOCH;
  }

  private TestShop ordered() {
    shop.sells("tea", "cup", "pot", "tray", "box").knows(ANNA);
    shop.arrive(purchase("o-1", "tea").build());
    return shop;
  }

  /** The thank-you went, and the recommendation is due. */
  private TestShop onMonday() {
    ordered().deliver();
    shop.clock.set(MONDAY);
    return shop;
  }

  private MailState thanks() {
    return shop.state(THANK_YOU, "o-1");
  }

  private MailState recommendation() {
    return shop.state(RECOMMENDATION, "o-1");
  }

  @Test
  void aMailGoesWhereNothingHappenedMeanwhile() {
    onMonday().deliver();

    assertThat(shop.mailer.kinds()).containsExactly(THANK_YOU, RECOMMENDATION);
  }

  @Test
  void aRefusalWhileTheMailIsMadeEndsIt() {
    onMonday();
    meanwhile = () -> shop.customers.update(ANNA, anna -> anna.refusing("one-click", MONDAY));

    shop.deliver();

    assertThat(recommendation()).isEqualTo(new MailState.Skipped("no-consent", MONDAY));
    assertThat(shop.mailer.kinds()).containsExactly(THANK_YOU);
  }

  @Test
  void thanksWhoseCustomerRefusesMeanwhileAreMadeAnewWithoutRecommendations() {
    ordered();
    meanwhile = () -> shop.customers.update(ANNA, anna -> anna.with(no(NOON)));
    shop.send(new MailKey(ANNA, THANK_YOU, "o-1"));
    assertThat(thanks()).isEqualTo(new MailState.Held(NOON, "changed-meanwhile"));
    assertThat(shop.mailer.mails()).isEmpty();

    shop.deliver();

    assertThat(shop.lastMail().header("List-Unsubscribe")).isEmpty();
    assertThat(shop.lastMail().text()).contains("Title of tea").doesNotContain("Title of cup");
    assertThat(shop.mail(THANK_YOU, "o-1").decisions())
        .extracting(Decision::outcome, Decision::gate, Decision::reason)
        .containsExactly(
            tuple(Outcome.HELD, "consent", "changed-meanwhile"),
            tuple(Outcome.SHORTENED, "consent", "no-consent"),
            tuple(Outcome.SENT, "ses", "accepted"));
  }

  @Test
  void anAddressThatBouncesWhileTheMailIsMadeGetsNothing() {
    ordered();
    meanwhile = () -> shop.suppressions.add("anna@example.jp", "bounced", NOON);

    shop.deliver();

    assertThat(thanks()).isEqualTo(new MailState.Skipped("suppressed", NOON));
    assertThat(shop.mailer.mails()).isEmpty();
  }

  @Test
  void aMailWhoseShelfLifeEndsWhileItIsMadeDoesNotGo() {
    onMonday();
    Instant end = shop.mail(RECOMMENDATION, "o-1").expiresAt();
    shop.clock.set(end.minusSeconds(30));
    meanwhile = () -> shop.clock.set(end.plusSeconds(30));

    shop.deliver();

    assertThat(recommendation()).isEqualTo(new MailState.Skipped("too-late", end.plusSeconds(30)));
    assertThat(shop.mailer.kinds()).containsExactly(THANK_YOU);
  }

  @Test
  void aMailThatIsMadeWhenTheNightBeginsWaitsForTheMorning() {
    onMonday();
    Instant night = Instant.parse("2026-04-13T12:00:00Z");
    shop.clock.set(night.minusSeconds(30));
    meanwhile = () -> shop.clock.set(night.plusSeconds(30));

    shop.deliver();

    assertThat(recommendation())
        .isEqualTo(new MailState.Held(night.plus(Duration.ofHours(11)), "quiet-hours"));
    assertThat(shop.mailer.kinds()).containsExactly(THANK_YOU);
  }

  @Test
  void whoIsErasedWhileTheMailIsMadeGetsNothingAndNothingIsWrittenOfIt() {
    ordered();
    meanwhile =
        () -> {
          shop.table.put(DynamoRow.of(shop.tombstones.key(ANNA)).time("at", NOON));
          shop.table.keys("C#" + ANNA).forEach(shop.table::delete);
        };

    shop.deliver();

    assertThat(shop.mailer.mails()).isEmpty();
    assertThat(shop.table.keys("C#" + ANNA)).isEmpty();
  }

  @Test
  void sendingThatIsTurnedOffAtTheLastMomentHoldsTheVeryNextMail() {
    ordered();
    meanwhile = () -> shop.switchboard.set(Mode.OFF, "too many bounces");
    shop.deliver();
    Instant quarterPast = NOON.plus(Duration.ofMinutes(15));
    assertThat(thanks()).isEqualTo(new MailState.Held(quarterPast, "stopped"));
    assertThat(shop.mailer.mails()).isEmpty();

    meanwhile = () -> {};
    shop.switchboard.set(Mode.ON, "mended");
    shop.deliverAt(quarterPast);
    assertThat(thanks()).isInstanceOf(MailState.Sent.class);
  }

  @Test
  void aPauseThatBeginsAtTheLastMomentHoldsTheMailUntilItsEnd() {
    ordered();
    Instant end = NOON.plus(Duration.ofMinutes(40));
    meanwhile = () -> shop.switchboard.pause(end, "quota");

    shop.deliver();

    assertThat(thanks()).isEqualTo(new MailState.Held(end, "paused"));
    assertThat(shop.mailer.mails()).isEmpty();
  }

  @Test
  void aMailWhoseLeaseIsOverIsNotHandedOverAnyMore() {
    ordered();
    meanwhile = () -> shop.clock.pass(Ledger.LEASE);
    shop.deliver();
    assertThat(shop.mailer.mails()).isEmpty();
    assertThat(thanks()).isInstanceOf(MailState.Claimed.class);
    assertThat(shop.mail(THANK_YOU, "o-1").decisions()).isEmpty();

    meanwhile = () -> {};
    shop.afterwards(Duration.ofSeconds(1));
    assertThat(thanks()).isInstanceOf(MailState.InDoubt.class);
    assertThat(shop.mailer.mails()).isEmpty();
  }

  @Test
  void oneThatStillHasASecondOfItsLeaseIs() {
    ordered();
    meanwhile = () -> shop.clock.pass(Ledger.LEASE.minusSeconds(1));

    shop.deliver();

    assertThat(thanks()).isInstanceOf(MailState.Sent.class);
  }

  @Test
  void aDryRunDecidesEverythingAndReachesNobody() {
    shop.switchboard.set(Mode.DRY_RUN, "a test");
    shop.knowsOnlyTheAddressOf(TestData.BEN)
        .arrive(purchase("o-2", "tea").by(TestData.BEN).build());
    ordered().deliver();
    shop.deliverAt(MONDAY);

    assertThat(shop.mailer.mails()).isEmpty();
    assertThat(thanks()).isEqualTo(new MailState.Skipped("dry-run", NOON));
    assertThat(recommendation()).isEqualTo(new MailState.Skipped("dry-run", MONDAY));
    assertThat(shop.find(TestData.BEN, THANK_YOU, "o-2"))
        .map(PlannedMail::state)
        .contains(new MailState.Skipped("dry-run", NOON));
    assertThat(shop.find(TestData.BEN, RECOMMENDATION, "o-2"))
        .map(PlannedMail::state)
        .contains(new MailState.Skipped("no-consent", MONDAY));
  }

  @Test
  void aDryRunThatBeginsAtTheLastMomentCounts() {
    ordered();
    meanwhile = () -> shop.switchboard.set(Mode.DRY_RUN, "a test");

    shop.deliver();

    assertThat(thanks()).isEqualTo(new MailState.Skipped("dry-run", NOON));
    assertThat(shop.mailer.mails()).isEmpty();
  }

  @Test
  void whereAGateForbidsAdvertisingThanksGoWithoutAndTheDecisionSaysWhy() {
    shop.set("cap.day", "0");
    ordered().deliver();

    PlannedMail mail = shop.mail(THANK_YOU, "o-1");
    assertThat(mail.state()).isEqualTo(new MailState.Sent("ses-1", NOON));
    assertThat(mail.items()).isEmpty();
    assertThat(shop.lastMail().text()).doesNotContain("Title of cup");
    assertThat(mail.decisions())
        .extracting(Decision::outcome, Decision::gate, Decision::reason, Decision::at)
        .containsExactly(
            tuple(Outcome.SHORTENED, "caps", "cap-day", NOON),
            tuple(Outcome.SENT, "ses", "accepted", NOON));
  }

  @Test
  void atNightThanksForAnOrderOfThisMinuteGoWithoutRecommendations() {
    Instant night = NOON.plus(Duration.ofHours(14));
    shop.clock.set(night);
    shop.sells("tea", "cup", "pot", "tray", "box").knows(ANNA);
    shop.arrive(purchase("o-1", "tea").at(night).build());
    shop.deliver();

    assertThat(thanks()).isEqualTo(new MailState.Sent("ses-1", night));
    assertThat(shop.mail(THANK_YOU, "o-1").decisions().getFirst())
        .extracting(Decision::outcome, Decision::reason)
        .containsExactly(Outcome.SHORTENED, "quiet-hours");
  }

  @Test
  void whereNothingForbidsItThanksRecommendAndNothingIsNoted() {
    ordered().deliver();

    assertThat(shop.mail(THANK_YOU, "o-1").items()).isEqualTo(items("cup", "pot", "tray", "box"));
    assertThat(shop.mail(THANK_YOU, "o-1").decisions())
        .extracting(Decision::outcome)
        .containsExactly(Outcome.SENT);
  }

  @Test
  void aWaitBeyondTheShelfLifeIsASkipForTheSameReason() {
    Instant evening = NOON.plus(Duration.ofHours(9));
    shop.set("thank-you.shelfLife", "PT2H");
    shop.clock.set(evening);
    shop.knows(ANNA).arrive(purchase("o-1", "tea").at(evening).build());

    shop.afterwards(Duration.ofMinutes(20));

    Instant now = evening.plus(Duration.ofMinutes(20));
    assertThat(thanks()).isEqualTo(new MailState.Skipped("quiet-hours", now));
    assertThat(shop.mail(THANK_YOU, "o-1").decisions())
        .extracting(Decision::outcome, Decision::gate, Decision::until)
        .containsExactly(tuple(Outcome.SKIPPED, "quiet-hours", null));
  }
}
