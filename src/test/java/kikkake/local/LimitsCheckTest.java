package kikkake.local;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.BEN;
import static kikkake.mail.MailKind.BROWSE_FOLLOW_UP;
import static kikkake.mail.MailKind.RECOMMENDATION;
import static kikkake.mail.MailKind.THANK_YOU;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kikkake.customer.Customers;
import kikkake.customer.Profile;
import kikkake.event.CustomerId;
import kikkake.event.ItemId;
import kikkake.local.LimitsCheck.Went;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import kikkake.mail.MailState;
import kikkake.mail.PlannedMail;
import kikkake.mail.Settings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsCheckTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Instant NOON = Instant.parse("2026-06-10T11:00:00Z");

  /** Two mails a day, five a week, quiet from 21:00 to 08:00, answers within 15 minutes. */
  private static final Map<String, String> SHOP = Map.of("zone", "Europe/London");

  private static LimitsCheck.Broken check(Map<String, String> changes, Went... mails) {
    Map<String, String> texts = new HashMap<>(SHOP);
    texts.putAll(changes);
    return new LimitsCheck(Settings.of(texts)).of(List.of(mails));
  }

  private static LimitsCheck.Broken check(Went... mails) {
    return check(Map.of(), mails);
  }

  private static Went mail(
      CustomerId customer, MailKind kind, String key, Instant at, @Nullable Integer mostPerWeek) {
    return new Went(
        new MailKey(customer, kind, key),
        kind.advertising(),
        at.minus(Duration.ofHours(1)),
        at,
        LONDON,
        mostPerWeek);
  }

  private static Went advert(String key, Instant at) {
    return mail(ANNA, RECOMMENDATION, key, at, null);
  }

  private static Went thanks(String key, Instant at) {
    return mail(ANNA, THANK_YOU, key, at, null);
  }

  private static Went answer(String key, boolean advertising, Instant orderedAt, Duration later) {
    return new Went(
        new MailKey(ANNA, THANK_YOU, key),
        advertising,
        orderedAt,
        orderedAt.plus(later),
        LONDON,
        null);
  }

  private static Instant hoursLater(int hours) {
    return NOON.plus(Duration.ofHours(hours));
  }

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

  @ParameterizedTest
  @CsvSource({
    "2026-06-10T19:59:59Z, false",
    "2026-06-10T20:00:00Z, true",
    "2026-06-11T06:59:59Z, true",
    "2026-06-11T07:00:00Z, false",
    "2026-01-10T20:00:00Z, false",
    "2026-01-10T21:00:00Z, true",
    "2026-01-11T07:59:59Z, true",
    "2026-01-11T08:00:00Z, false",
  })
  void nightIsWhatTheRecipientsClockSays(Instant at, boolean night) {
    assertThat(check(thanks("1", at)).outsideTheHours()).hasSize(night ? 1 : 0);
    assertThat(check(advert("1", at)).outsideTheHours()).hasSize(night ? 1 : 0);
  }

  @Test
  void eachRecipientHasAClock() {
    Went inTokyo =
        new Went(
            new MailKey(BEN, THANK_YOU, "o-1"), false, hoursLater(-2), hoursLater(1), TOKYO, null);

    assertThat(check(thanks("1", hoursLater(1)), inTokyo).outsideTheHours())
        .containsExactly(inTokyo.key());
  }

  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  /** On 29 March 2026 the clocks of London jump from 01:00 to 02:00. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-29T00:59:59Z, true",
    "2026-03-29T01:00:00Z, false",
  })
  void whereTheEndOfTheNightIsLeftOutTheNightEndsAfterTheGap(Instant at, boolean night) {
    assertThat(check(Map.of("quietHours.to", "01:30"), thanks("1", at)).outsideTheHours())
        .hasSize(night ? 1 : 0);
  }

  /** On 25 October 2026 the hour from 01:00 to 02:00 comes twice in London. */
  @ParameterizedTest
  @CsvSource({
    "2026-10-25T00:29:59Z, true",
    "2026-10-25T00:30:00Z, false",
    "2026-10-25T01:00:00Z, true",
    "2026-10-25T01:29:59Z, true",
    "2026-10-25T01:30:00Z, false",
  })
  void anHourThatComesTwiceIsNightBothTimes(Instant at, boolean night) {
    assertThat(check(Map.of("quietHours.to", "01:30"), thanks("1", at)).outsideTheHours())
        .hasSize(night ? 1 : 0);
  }

  @Test
  void quietHoursMayLieInTheDayOrBeNone() {
    Map<String, String> siesta =
        Map.of(
            "quietHours.from", LocalTime.of(12, 0).toString(),
            "quietHours.to", LocalTime.of(14, 0).toString());
    Map<String, String> none = Map.of("quietHours.from", "", "quietHours.to", "");

    assertThat(check(siesta, thanks("1", NOON)).outsideTheHours()).hasSize(1);
    assertThat(check(siesta, thanks("1", hoursLater(2))).isEmpty()).isTrue();
    assertThat(check(siesta, thanks("1", hoursLater(12))).isEmpty()).isTrue();
    assertThat(check(none, thanks("1", hoursLater(12))).isEmpty()).isTrue();
  }

  @Test
  void plainThanksForAnOrderOfThisMinuteGoAtAnyHour() {
    Instant night = Instant.parse("2026-06-10T23:00:00Z");
    Duration soon = Duration.ofMinutes(15);

    assertThat(check(answer("1", false, night, soon)).isEmpty()).isTrue();
    assertThat(check(answer("1", false, night, soon.plusSeconds(1))).outsideTheHours()).hasSize(1);
    assertThat(check(answer("1", true, night, soon)).outsideTheHours()).hasSize(1);
  }

  @Test
  void readsFromTheLedgerWhatWentAndFromTheProfileWhereAndHowOftenItMay() {
    Profile profile =
        new Profile(ANNA, null, null, null, "Asia/Tokyo", null, List.of(), null, 3, NOON, 1);
    PlannedMail sent =
        planned(THANK_YOU, new MailState.Sent("ses-1", NOON), List.of(new ItemId("tea")));
    PlannedMail skipped =
        planned(RECOMMENDATION, new MailState.Skipped("no-consent", NOON), List.of());

    assertThat(new LimitsCheck(Settings.of(SHOP)).went(List.of(sent, skipped), known(profile)))
        .containsExactly(new Went(sent.key(), true, NOON.minusSeconds(60), NOON, TOKYO, 3));
  }

  private static PlannedMail planned(MailKind kind, MailState state, List<ItemId> items) {
    Instant begin = NOON.minusSeconds(60);
    MailKey key = new MailKey(ANNA, kind, "o-1");
    return new PlannedMail(
        key, begin, begin, NOON, hoursLater(48), 1, 0, state, null, items, List.of());
  }

  private static Customers known(Profile profile) {
    return new Customers() {
      @Override
      public Optional<Profile> find(CustomerId customer) {
        return Optional.of(profile);
      }

      @Override
      public boolean save(Profile changed) {
        throw new UnsupportedOperationException("Nothing is written");
      }
    };
  }
}
