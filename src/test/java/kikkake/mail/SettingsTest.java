package kikkake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @Test
  void whatIsAbsentIsAsInTheDefaults() {
    assertThat(Settings.of(Map.of())).isEqualTo(Settings.DEFAULTS);
    assertThat(Settings.of(Settings.DEFAULTS.texts())).isEqualTo(Settings.DEFAULTS);
  }

  @Test
  void readsEverySetting() {
    Settings settings =
        Settings.of(
            Map.of(
                "zone", "Europe/London",
                "language", "en",
                "recommendation.on", "no",
                "recommendation.delay", "P1D",
                "recommendation.at", "18:30",
                "recommendation.shelfLife", "PT6H"));

    assertThat(settings.zone()).isEqualTo(ZoneId.of("Europe/London"));
    assertThat(settings.language()).isEqualTo("en");
    assertThat(settings.journey(MailKind.RECOMMENDATION))
        .isEqualTo(
            new JourneySettings(
                false, Duration.ofDays(1), LocalTime.of(18, 30), Duration.ofHours(6)));
    assertThat(settings.journey(MailKind.THANK_YOU))
        .isEqualTo(Settings.DEFAULTS.journey(MailKind.THANK_YOU));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zone                     | Tokio | zone must be an IANA time zone",
        "zone                     | ''    | zone must be an IANA time zone",
        "language                 | fr    | language must be ja or en",
        "thank-you.on             | true  | thank-you.on must be yes or no",
        "thank-you.on             | ''    | thank-you.on must be yes or no",
        "recommendation.delay     | 3     | recommendation.delay must be a duration",
        "recommendation.delay     | -P1D  | recommendation.delay must be a duration",
        "recommendation.delay     | P400D | recommendation.delay must be a duration",
        "recommendation.at        | 25:00 | recommendation.at must be an hour",
        "browse-follow-up.shelfLife | P1M | browse-follow-up.shelfLife must be a duration",
        "recomendation.on         | yes   | recomendation.on is not a setting",
      })
  void anErrorNamesTheSettingAndWhatItMustBe(String name, String text, String message) {
    assertThatThrownBy(() -> Settings.of(Map.of(name, text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }
}
