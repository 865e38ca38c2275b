package kikkake.local;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.BEN;
import static kikkake.local.WentMails.NOON;
import static kikkake.local.WentMails.advert;
import static kikkake.local.WentMails.answer;
import static kikkake.local.WentMails.check;
import static kikkake.local.WentMails.hoursLater;
import static kikkake.local.WentMails.mail;
import static kikkake.local.WentMails.thanks;
import static kikkake.mail.MailKind.BROWSE_FOLLOW_UP;
import static kikkake.mail.MailKind.RECOMMENDATION;
import static kikkake.mail.MailKind.THANK_YOU;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import kikkake.local.LimitsCheck.Went;
import org.junit.jupiter.api.Test;

/** How many mails a day and a week may bring. */
class CapsCheckTest {
  @Test
  void aThirdMailInADayIsAboveTheCapWhereItAdvertises() {
    Went third = advert("third", hoursLater(2));

    LimitsCheck.Broken broken =
        check(third, thanks("first", NOON), thanks("second", hoursLater(1)));

    assertThat(broken.aboveTheCaps()).containsExactly(third.key());
    assertThat(broken.outsideTheHours()).isEmpty();
    assertThat(broken.isEmpty()).isFalse();
  }

  @Test
  void thanksAreNeverAboveTheCap() {
    assertThat(
            check(
                    thanks("1", NOON),
                    thanks("2", hoursLater(1)),
                    thanks("3", hoursLater(2)),
                    thanks("4", hoursLater(3)))
                .isEmpty())
        .isTrue();
  }

  @Test
  void thanksThatRecommendAreAdvertising() {
    Went third = answer("3", true, hoursLater(2), Duration.ZERO);

    assertThat(check(thanks("1", NOON), thanks("2", hoursLater(1)), third).aboveTheCaps())
        .containsExactly(third.key());
  }

  @Test
  void mailsOfOthersDoNotCount() {
    assertThat(
            check(
                    mail(BEN, THANK_YOU, "1", NOON, null),
                    mail(BEN, THANK_YOU, "2", NOON, null),
                    advert("3", hoursLater(1)))
                .isEmpty())
        .isTrue();
  }

  @Test
  void theDayRollsAndEndsToTheSecond() {
    Went tooEarly = advert("3", hoursLater(24).minusSeconds(1));

    assertThat(check(thanks("1", NOON), thanks("2", hoursLater(1)), tooEarly).aboveTheCaps())
        .containsExactly(tooEarly.key());
    assertThat(
            check(thanks("1", NOON), thanks("2", hoursLater(1)), advert("3", hoursLater(24)))
                .isEmpty())
        .isTrue();
  }

  @Test
  void theDayIsADayOfHoursWhereTheClocksChange() {
    Instant before = Instant.parse("2026-10-24T11:00:00Z"); // Noon; the clocks go back at night.
    Went noonAgain = advert("3", Instant.parse("2026-10-25T10:59:59Z"));

    assertThat(check(thanks("1", before), thanks("2", before), noonAgain).aboveTheCaps())
        .containsExactly(noonAgain.key());
  }

  @Test
  void theWeekRollsAndEndsToTheSecond() {
    Went[] five = new Went[6];
    for (int day = 0; day < 5; day++) {
      five[day] = advert("day " + day, hoursLater(24 * day));
    }

    five[5] = advert("sixth", hoursLater(24 * 7).minusSeconds(1));
    assertThat(check(five).aboveTheCaps()).containsExactly(five[5].key());
    five[5] = advert("sixth", hoursLater(24 * 7));
    assertThat(check(five).isEmpty()).isTrue();
  }

  @Test
  void aCustomersOwnSmallerWeekCounts() {
    Went first = mail(ANNA, RECOMMENDATION, "1", NOON, 1);
    Went second = mail(ANNA, BROWSE_FOLLOW_UP, "2", hoursLater(24 * 6), 1);
    Went later = mail(ANNA, BROWSE_FOLLOW_UP, "3", hoursLater(24 * 13), 1);

    assertThat(check(first, second, later).aboveTheCaps()).containsExactly(second.key());
  }

  @Test
  void aCustomersOwnLargerWeekDoesNot() {
    Went second = mail(ANNA, RECOMMENDATION, "2", hoursLater(1), 7);

    assertThat(check(Map.of("cap.week", "1"), advert("1", NOON), second).aboveTheCaps())
        .containsExactly(second.key());
  }

  @Test
  void anEmptyCapIsNoneAndACapOfNothingForbidsEveryAdvert() {
    Went[] three = {advert("1", NOON), advert("2", NOON), advert("3", NOON)};

    assertThat(check(Map.of("cap.day", "", "cap.week", ""), three).isEmpty()).isTrue();
    assertThat(check(Map.of("cap.day", "0"), three).aboveTheCaps()).hasSize(3);
  }

  @Test
  void ofMailsAtTheSameMomentTheAdvertMayHaveGoneFirst() {
    assertThat(check(thanks("1", NOON), thanks("2", NOON), advert("3", NOON)).isEmpty()).isTrue();
    assertThat(check(advert("1", NOON), advert("2", NOON), advert("3", NOON)).aboveTheCaps())
        .hasSize(1);
  }
}
