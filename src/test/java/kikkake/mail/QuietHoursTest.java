package kikkake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clock on the recipient's wall decides, also on the nights on which it is changed. */
class QuietHoursTest {
  private static QuietHours hours(@Nullable String from, @Nullable String to) {
    return new QuietHours(
        from == null ? null : LocalTime.parse(from),
        to == null ? null : LocalTime.parse(to),
        Duration.ofMinutes(15));
  }

  private static @Nullable Instant end(QuietHours hours, Instant now, String zone) {
    return hours.endAfter(now, ZoneId.of(zone)).orElse(null);
  }

  @ParameterizedTest
  @CsvSource({
    // From nine in the evening to eight in the morning in Tokyo, which is nine hours ahead.
    "2026-04-10T11:59:59Z,",
    "2026-04-10T12:00:00Z, 2026-04-10T23:00:00Z",
    "2026-04-10T15:00:00Z, 2026-04-10T23:00:00Z",
    "2026-04-10T22:59:59Z, 2026-04-10T23:00:00Z",
    "2026-04-10T23:00:00Z,",
  })
  void holdOverMidnight(Instant now, @Nullable Instant end) {
    assertThat(end(hours("21:00", "08:00"), now, "Asia/Tokyo")).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-10T03:59:59Z,",
    "2026-04-10T04:00:00Z, 2026-04-10T06:30:00Z",
    "2026-04-10T06:29:59Z, 2026-04-10T06:30:00Z",
    "2026-04-10T06:30:00Z,",
  })
  void holdInTheDay(Instant now, @Nullable Instant end) {
    assertThat(end(hours("13:00", "15:30"), now, "Asia/Tokyo")).isEqualTo(end);
  }

  @Test
  void noHourIsQuietWithoutAnEndOrWhereBothAreTheSame() {
    Instant night = Instant.parse("2026-04-10T18:00:00Z");

    assertThat(end(hours(null, null), night, "Asia/Tokyo")).isNull();
    assertThat(end(hours("03:00", "03:00"), night, "Asia/Tokyo")).isNull();
  }

  @Test
  void oneHourWithoutTheOtherIsRefused() {
    assertThatThrownBy(() -> hours("21:00", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("quietHours.to");
    assertThatThrownBy(() -> hours(null, "08:00")).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    // The clocks go forward: New York at 2:00, Berlin at 2:00, Lord Howe by half an hour at 2:00.
    "America/New_York,    2026-03-08T06:30:00Z, 2026-03-08T12:00:00Z",
    "Europe/Berlin,       2026-03-29T00:30:00Z, 2026-03-29T06:00:00Z",
    "Australia/Lord_Howe, 2026-10-03T15:00:00Z, 2026-10-03T21:00:00Z",
    // The clocks go back: New York at 2:00, Berlin at 3:00, Lord Howe by half an hour at 2:00.
    "America/New_York,    2026-11-01T05:30:00Z, 2026-11-01T13:00:00Z",
    "America/New_York,    2026-11-01T06:30:00Z, 2026-11-01T13:00:00Z",
    "Europe/Berlin,       2026-10-25T00:30:00Z, 2026-10-25T07:00:00Z",
    "Australia/Lord_Howe, 2026-04-04T15:15:00Z, 2026-04-04T21:30:00Z",
    // Tehran changes no clocks any more; Kathmandu is 5:45 ahead.
    "Asia/Tehran,         2026-03-21T21:30:00Z, 2026-03-22T04:30:00Z",
    "Asia/Kathmandu,      2026-04-10T18:15:00Z, 2026-04-11T02:15:00Z",
  })
  void endAtEightOnTheWallAlsoWhereTheClocksChangedInTheNight(
      String zone, Instant now, Instant end) {
    assertThat(end(hours("21:00", "08:00"), now, zone)).isEqualTo(end);
    assertThat(LocalDateTime.ofInstant(end, ZoneId.of(zone)).toLocalTime())
        .isEqualTo(LocalTime.of(8, 0));
  }

  @Test
  void anEndThatFallsIntoAGapIsTheFirstMinuteAfterIt() {
    // In New York 2:00 to 3:00 does not exist on this night.
    QuietHours untilHalfPastTwo = hours("22:00", "02:30");
    Instant gap = Instant.parse("2026-03-08T07:00:00Z");

    assertThat(end(untilHalfPastTwo, gap.minusSeconds(1), "America/New_York")).isEqualTo(gap);
    assertThat(end(untilHalfPastTwo, gap, "America/New_York")).isNull();
    // In Beirut midnight to 1:00 does not exist.
    Instant midnight = Instant.parse("2026-03-28T22:00:00Z");
    assertThat(end(hours("21:00", "00:00"), midnight.minusSeconds(60), "Asia/Beirut"))
        .isEqualTo(midnight);
    assertThat(end(hours("21:00", "00:30"), midnight.minusSeconds(60), "Asia/Beirut"))
        .isEqualTo(midnight);
  }

  @Test
  void aBeginThatFallsIntoAGapHoldsFromTheFirstMinuteAfterIt() {
    Instant gap = Instant.parse("2026-03-08T07:00:00Z");
    QuietHours fromHalfPastTwo = hours("02:30", "08:00");

    assertThat(end(fromHalfPastTwo, gap.minusSeconds(1), "America/New_York")).isNull();
    assertThat(end(fromHalfPastTwo, gap, "America/New_York"))
        .isEqualTo(Instant.parse("2026-03-08T12:00:00Z"));
  }

  @Test
  void anEndThatComesTwiceIsTheSecondOne() {
    // In New York 1:00 to 2:00 comes twice on this night.
    QuietHours untilHalfPastOne = hours("22:00", "01:30");
    Instant second = Instant.parse("2026-11-01T06:30:00Z");

    assertThat(end(untilHalfPastOne, Instant.parse("2026-11-01T05:00:00Z"), "America/New_York"))
        .isEqualTo(second);
    assertThat(end(untilHalfPastOne, second.minusSeconds(1), "America/New_York")).isEqualTo(second);
    assertThat(end(untilHalfPastOne, second, "America/New_York")).isNull();
  }

  @Test
  void anEndAtWhichAnHourBeginsThatComesTwiceIsTheFirstOne() {
    assertThat(
            end(hours("22:00", "01:00"), Instant.parse("2026-11-01T04:00:00Z"), "America/New_York"))
        .isEqualTo(Instant.parse("2026-11-01T05:00:00Z"));
  }

  @Test
  void anHourThatComesTwiceIsQuietBothTimes() {
    QuietHours oneToTwo = hours("01:00", "02:00");
    Instant two = Instant.parse("2026-11-01T07:00:00Z");

    for (Instant now :
        new Instant[] {
          Instant.parse("2026-11-01T05:15:00Z"), Instant.parse("2026-11-01T06:15:00Z")
        }) {
      assertThat(end(oneToTwo, now, "America/New_York")).as(now.toString()).isEqualTo(two);
    }
  }

  /** Whatever the zone and the hours: the wall shows no quiet hour at the end, and one before. */
  @Test
  void everyEndIsTheFirstMomentInWhichMailMayGoAgain() {
    for (String zone :
        new String[] {
          "Asia/Tokyo", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Beirut",
          "America/St_Johns", "Africa/Casablanca", "Pacific/Apia", "America/Santiago", "UTC"
        }) {
      for (QuietHours hours :
          new QuietHours[] {
            hours("21:00", "08:00"),
            hours("22:00", "02:30"),
            hours("23:30", "01:30"),
            hours("00:00", "03:00"),
            hours("13:00", "15:30")
          }) {
        Instant year = LocalDateTime.of(2026, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
        for (int step = 0; step < 366 * 48; step++) {
          Instant now = year.plusSeconds(step * 1_800L + 7);
          Instant end = end(hours, now, zone);
          if (end != null) {
            String which = zone + " " + hours + " " + now;
            assertThat(end).as(which).isAfter(now).isBefore(now.plus(Duration.ofHours(13)));
            assertThat(end(hours, end, zone)).as(which).isNull();
            assertThat(end(hours, end.minusSeconds(1), zone)).as(which).isEqualTo(end);
          }
        }
      }
    }
  }
}
