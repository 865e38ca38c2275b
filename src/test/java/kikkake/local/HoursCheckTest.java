package kikkake.local;

import static kikkake.TestData.BEN;
import static kikkake.local.WentMails.NOON;
import static kikkake.local.WentMails.TOKYO;
import static kikkake.local.WentMails.advert;
import static kikkake.local.WentMails.answer;
import static kikkake.local.WentMails.check;
import static kikkake.local.WentMails.hoursLater;
import static kikkake.local.WentMails.thanks;
import static kikkake.mail.MailKind.THANK_YOU;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import kikkake.local.LimitsCheck.Went;
import kikkake.mail.MailKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At which hours a mail may come. */
class HoursCheckTest {
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
}
