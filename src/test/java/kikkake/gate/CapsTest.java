package kikkake.gate;

import static kikkake.TestData.NOON;
import static kikkake.mail.MailBuilder.mail;
import static kikkake.mail.MailKind.BROWSE_FOLLOW_UP;
import static kikkake.mail.MailKind.RECOMMENDATION;
import static kikkake.mail.MailKind.THANK_YOU;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kikkake.mail.Ledger;
import kikkake.mail.MailBuilder;
import kikkake.mail.Reason;
import kikkake.mail.SituationBuilder;
import kikkake.mail.Verdict;
import org.junit.jupiter.api.Test;

class CapsTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Caps gate = new Caps();

  private static Instant hoursAgo(int hours) {
    return NOON.minus(HOUR.multipliedBy(hours));
  }

  /** An advertising mail of a customer who got these before; a day 2 and a week 5 are allowed. */
  private static SituationBuilder after(MailBuilder... others) {
    return SituationBuilder.of(RECOMMENDATION).others(others);
  }

  private static MailBuilder sent(int number, int hoursAgo) {
    return mail(THANK_YOU, "o-" + number).sent(hoursAgo(hoursAgo));
  }

  private static Verdict untilHoursFromNow(int hours, Reason reason) {
    return new Verdict.Hold(NOON.plus(HOUR.multipliedBy(hours)), reason);
  }

  @Test
  void advertisingGoesWhileTheBudgetLasts() {
    assertThat(gate.ask(after().build())).isEqualTo(Verdict.GO);
    assertThat(gate.ask(after(sent(1, 5)).build())).isEqualTo(Verdict.GO);
  }

  @Test
  void itWaitsUntilTheFirstMailOfTheFullDayIsADayOld() {
    assertThat(gate.ask(after(sent(1, 5), sent(2, 20)).build()))
        .isEqualTo(untilHoursFromNow(4, Reason.CAP_DAY));
    assertThat(gate.ask(after(sent(1, 1), sent(2, 5), sent(3, 20)).build()))
        .as("of three in the window two must have left it")
        .isEqualTo(untilHoursFromNow(19, Reason.CAP_DAY));
  }

  @Test
  void theDayRollsAndDoesNotBeginAtMidnight() {
    assertThat(gate.ask(after(sent(1, 5), sent(2, 24)).build())).isEqualTo(Verdict.GO);
    Instant almostADay = NOON.minus(DAY).plusSeconds(1);
    assertThat(gate.ask(after(sent(1, 5), mail(THANK_YOU, "o-2").sent(almostADay)).build()))
        .isEqualTo(new Verdict.Hold(NOON.plusSeconds(1), Reason.CAP_DAY));
  }

  @Test
  void itWaitsUntilTheFirstMailOfTheFullWeekIsAWeekOld() {
    MailBuilder[] week = {sent(1, 30), sent(2, 50), sent(3, 70), sent(4, 100), sent(5, 160)};

    assertThat(gate.ask(after(week).build())).isEqualTo(untilHoursFromNow(8, Reason.CAP_WEEK));
    assertThat(gate.ask(after(week).at(NOON.plus(HOUR.multipliedBy(8))).build()))
        .isEqualTo(Verdict.GO);
  }

  @Test
  void whereBothAreFullTheLaterEndCounts() {
    assertThat(
            gate.ask(
                after(sent(1, 1), sent(2, 2), sent(3, 70), sent(4, 100), sent(5, 167)).build()))
        .isEqualTo(untilHoursFromNow(22, Reason.CAP_DAY));
    assertThat(
            gate.ask(
                after(sent(1, 1), sent(2, 23), sent(3, 70), sent(4, 100), sent(5, 120)).build()))
        .isEqualTo(untilHoursFromNow(48, Reason.CAP_WEEK));
  }

  @Test
  void thanksUseTheBudgetUpAndDoNotWaitForIt() {
    MailBuilder[] two = {sent(1, 1), sent(2, 2)};
    var thanks = SituationBuilder.of(mail(THANK_YOU, "o-9")).others(two);

    assertThat(gate.ask(thanks.build())).isEqualTo(Verdict.GO);
    assertThat(gate.ask(thanks.asAdvertising().build())).isInstanceOf(Verdict.Hold.class);
  }

  @Test
  void aMailInDoubtCountsAsIfItHadGone() {
    assertThat(gate.ask(after(sent(1, 1), mail(THANK_YOU, "o-2").inDoubt(hoursAgo(3))).build()))
        .isEqualTo(untilHoursFromNow(21, Reason.CAP_DAY));
  }

  @Test
  void aMailThatMayHaveGoneTwiceCountsTwice() {
    MailBuilder twice = mail(THANK_YOU, "o-1").doubts(1).sent(hoursAgo(3));
    MailBuilder heldAfterADoubt = mail(THANK_YOU, "o-1").doubts(1).held(NOON.plus(HOUR));

    assertThat(gate.ask(after(twice).build())).isEqualTo(untilHoursFromNow(21, Reason.CAP_DAY));
    assertThat(gate.ask(after(heldAfterADoubt).build())).isEqualTo(Verdict.GO);
    assertThat(gate.ask(after(heldAfterADoubt, sent(2, 1)).build()))
        .isInstanceOf(Verdict.Hold.class);
  }

  @Test
  void whereAMailThatSomebodyElseIsSendingMayTakeTheLastPlaceItWaitsUntilThatClaimHasEnded() {
    MailBuilder others = mail(BROWSE_FOLLOW_UP, "2026-04-10").claimed(NOON);
    Verdict afterLease = new Verdict.Hold(NOON.plus(Ledger.LEASE).plusSeconds(10), Reason.CAP_DAY);

    assertThat(gate.ask(after(others).build())).isEqualTo(Verdict.GO);
    assertThat(gate.ask(after(others, sent(1, 5)).build())).isEqualTo(afterLease);
    assertThat(gate.ask(after(others).set("cap.day", "1").build())).isEqualTo(afterLease);
    assertThat(gate.ask(after(others).set("cap.week", "1").build()))
        .isEqualTo(new Verdict.Hold(NOON.plus(Ledger.LEASE).plusSeconds(10), Reason.CAP_WEEK));
  }

  @Test
  void ofTwoThatWaitForEachOtherTheLessImportantOneWaitsAMinuteLonger() {
    MailBuilder recommendation = mail(RECOMMENDATION, "o-1").claimed(NOON);
    MailBuilder later = mail(RECOMMENDATION, "o-2").claimed(NOON);
    MailBuilder browse = mail(BROWSE_FOLLOW_UP, "2026-04-10").claimed(NOON);

    assertThat(waits(recommendation, browse)).isEqualTo(waits(recommendation, later));
    assertThat(waits(browse, recommendation))
        .isEqualTo(waits(recommendation, browse).plusSeconds(60));
    assertThat(waits(later, recommendation))
        .isEqualTo(waits(recommendation, later).plusSeconds(60));
  }

  private Instant waits(MailBuilder mail, MailBuilder other) {
    Verdict verdict =
        gate.ask(SituationBuilder.of(mail).set("cap.week", "1").others(other).build());
    return ((Verdict.Hold) verdict).until();
  }

  @Test
  void aClaimWhoseLeaseRanOutMayHaveGoneUntilSomebodySaysOtherwise() {
    MailBuilder dead = mail(BROWSE_FOLLOW_UP, "2026-04-10").claimed(NOON.minus(HOUR));

    assertThat(gate.ask(after(dead).set("cap.day", "1").build()))
        .isEqualTo(new Verdict.Hold(NOON.plusSeconds(10), Reason.CAP_DAY));
  }

  @Test
  void whatWentAlreadyFillsTheCapWhateverBecomesOfAClaim() {
    MailBuilder others = mail(BROWSE_FOLLOW_UP, "2026-04-10").claimed(NOON);

    assertThat(gate.ask(after(others, sent(1, 5), sent(2, 20)).build()))
        .isEqualTo(untilHoursFromNow(4, Reason.CAP_DAY));
  }

  @Test
  void mailsThatWaitOrEndedWithoutGoingDoNotCount() {
    MailBuilder[] others = {
      mail(THANK_YOU, "o-1"),
      mail(THANK_YOU, "o-2").held(NOON.plus(HOUR)),
      mail(THANK_YOU, "o-3").skipped(hoursAgo(1)),
      mail(THANK_YOU, "o-4").rejected(hoursAgo(1))
    };

    assertThat(gate.ask(after(others).set("cap.day", "1").build())).isEqualTo(Verdict.GO);
  }

  @Test
  void theMailItselfDoesNotCount() {
    MailBuilder itself = mail(RECOMMENDATION, "o-1").claimed(NOON);
    var situation = SituationBuilder.of(itself).set("cap.day", "1").others(itself);

    assertThat(gate.ask(situation.build())).isEqualTo(Verdict.GO);
  }

  @Test
  void aSmallerNumberThatTheCustomerChoseCountsForTheWeek() {
    var chosen = after(sent(1, 100));

    assertThat(gate.ask(chosen.build())).isEqualTo(Verdict.GO);
    assertThat(gate.ask(chosen.customer(anna -> anna.preferring(null, 1)).build()))
        .isEqualTo(untilHoursFromNow(68, Reason.CAP_WEEK));
  }

  @Test
  void aLargerNumberThatTheCustomerChoseDoesNotLiftTheShopsCap() {
    var chosen = after(sent(1, 100)).set("cap.week", "1");

    assertThat(gate.ask(chosen.customer(anna -> anna.preferring(null, 3)).build()))
        .isEqualTo(untilHoursFromNow(68, Reason.CAP_WEEK));
  }

  @Test
  void theCustomersNumberCountsAlsoWhereTheShopHasNoCap() {
    var chosen = after(sent(1, 1), sent(2, 2)).set("cap.week", "").set("cap.day", "");

    assertThat(gate.ask(chosen.build())).isEqualTo(Verdict.GO);
    assertThat(gate.ask(chosen.customer(anna -> anna.preferring(null, 2)).build()))
        .isEqualTo(untilHoursFromNow(166, Reason.CAP_WEEK));
  }

  @Test
  void aCapOfNoneLetsNoAdvertisingThrough() {
    assertThat(gate.ask(after().set("cap.day", "0").build()))
        .isEqualTo(new Verdict.Hold(NOON.plus(DAY), Reason.CAP_DAY));
    assertThat(gate.ask(after().set("cap.week", "0").build()))
        .isEqualTo(new Verdict.Hold(NOON.plus(Duration.ofDays(7)), Reason.CAP_WEEK));
  }
}
