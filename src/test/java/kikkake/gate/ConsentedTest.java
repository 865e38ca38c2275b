package kikkake.gate;

import static kikkake.TestData.NOON;
import static kikkake.TestData.no;
import static kikkake.TestData.yes;
import static kikkake.mail.MailKind.BROWSE_FOLLOW_UP;
import static kikkake.mail.MailKind.RECOMMENDATION;
import static kikkake.mail.MailKind.THANK_YOU;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kikkake.event.Consent;
import kikkake.mail.MailKind;
import kikkake.mail.Reason;
import kikkake.mail.SituationBuilder;
import kikkake.mail.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsentedTest {
  private static final Verdict NO = new Verdict.Skip(Reason.NO_CONSENT);
  private static final Instant NEXT_WEEK = NOON.plus(Duration.ofDays(7));

  private final Consented gate = new Consented();

  private static Consent about(MailKind kind, boolean yes) {
    return new Consent(yes, NOON.minusSeconds(60), "preference-page", null, kind.label());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "THANK_YOU")
  void advertisingGoesToThoseWhoAgreedAndToNobodyWhoWasNeverAsked(MailKind kind) {
    assertThat(gate.ask(SituationBuilder.of(kind).build())).isEqualTo(Verdict.GO);
    assertThat(gate.ask(SituationBuilder.of(kind).unknownCustomer().build())).isEqualTo(NO);
  }

  @Test
  void aNoToEverythingEndsEveryAdvertisingMail() {
    for (MailKind kind : new MailKind[] {RECOMMENDATION, BROWSE_FOLLOW_UP}) {
      var refused = SituationBuilder.of(kind).customer(anna -> anna.with(no(NOON)));
      assertThat(gate.ask(refused.build())).as(kind.label()).isEqualTo(NO);
    }
  }

  @Test
  void aNoToOneKindLeavesTheOtherKind() {
    var recommendation = SituationBuilder.of(RECOMMENDATION);
    var browse = SituationBuilder.of(BROWSE_FOLLOW_UP);
    recommendation.customer(anna -> anna.with(about(RECOMMENDATION, false)));
    browse.customer(anna -> anna.with(about(RECOMMENDATION, false)));

    assertThat(gate.ask(recommendation.build())).isEqualTo(NO);
    assertThat(gate.ask(browse.build())).isEqualTo(Verdict.GO);
  }

  @Test
  void aYesToOneKindAllowsThatKindOnly() {
    Consent nothing = no(NOON.minus(Duration.ofDays(9)));
    Consent browsing = about(BROWSE_FOLLOW_UP, true);
    var recommendation =
        SituationBuilder.of(RECOMMENDATION).customer(anna -> anna.with(nothing).with(browsing));
    var browse =
        SituationBuilder.of(BROWSE_FOLLOW_UP).customer(anna -> anna.with(nothing).with(browsing));

    assertThat(gate.ask(recommendation.build())).isEqualTo(NO);
    assertThat(gate.ask(browse.build())).isEqualTo(Verdict.GO);
  }

  @Test
  void thanksNeedNoConsentButWhatTheyRecommendIsARecommendation() {
    var refused =
        SituationBuilder.of(THANK_YOU).customer(anna -> anna.with(about(RECOMMENDATION, false)));
    var noBrowsing =
        SituationBuilder.of(THANK_YOU).customer(anna -> anna.with(about(BROWSE_FOLLOW_UP, false)));

    assertThat(gate.ask(refused.build())).isEqualTo(Verdict.GO);
    assertThat(gate.ask(refused.asAdvertising().build())).isEqualTo(NO);
    assertThat(gate.ask(noBrowsing.asAdvertising().build())).isEqualTo(Verdict.GO);
  }

  @Test
  void advertisingWaitsForTheEndOfThePauseThatTheCustomerWants() {
    var paused = SituationBuilder.of(RECOMMENDATION);
    paused.customer(anna -> anna.preferring(NEXT_WEEK, null));

    assertThat(gate.ask(paused.build()))
        .isEqualTo(new Verdict.Hold(NEXT_WEEK, Reason.CUSTOMER_PAUSED));
    assertThat(gate.ask(paused.at(NEXT_WEEK.minusSeconds(1)).build()))
        .isInstanceOf(Verdict.Hold.class);
    assertThat(gate.ask(paused.at(NEXT_WEEK).build())).isEqualTo(Verdict.GO);
  }

  @Test
  void thanksDoNotWaitForThatPause() {
    var paused = SituationBuilder.of(THANK_YOU).customer(anna -> anna.preferring(NEXT_WEEK, null));

    assertThat(gate.ask(paused.build())).isEqualTo(Verdict.GO);
    assertThat(gate.ask(paused.asAdvertising().build())).isInstanceOf(Verdict.Hold.class);
  }

  @Test
  void whoRefusedIsNotKeptWaitingForTheEndOfAPause() {
    var both = SituationBuilder.of(RECOMMENDATION);
    both.customer(anna -> anna.preferring(NEXT_WEEK, null).with(no(NOON)));

    assertThat(gate.ask(both.build())).isEqualTo(NO);
  }

  @Test
  void aLaterYesCountsAgain() {
    var again = SituationBuilder.of(RECOMMENDATION);
    again.customer(anna -> anna.with(no(NOON.minusSeconds(60))).with(yes(NOON)));

    assertThat(gate.ask(again.build())).isEqualTo(Verdict.GO);
  }

  @Test
  void isAskedAgainAtTheLastMoment() {
    assertThat(gate.isAskedAgain()).isTrue();
  }
}
