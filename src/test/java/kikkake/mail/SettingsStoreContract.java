package kikkake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store of settings does. */
abstract class SettingsStoreContract {
  private final SettingsStore store = store();

  abstract SettingsStore store();

  @Test
  void beginsWithTheDefaults() {
    assertThat(store.read()).isEqualTo(Settings.DEFAULTS);
  }

  @Test
  void readsBackEverySettingThatWasSaved() {
    Settings settings =
        Settings.of(
            Map.of(
                "zone", "Europe/London",
                "language", "en",
                "thank-you.at", "09:30",
                "recommendation.on", "no",
                "recommendation.at", "",
                "browse-follow-up.delay", "PT90M",
                "browse-follow-up.shelfLife", "PT12H"));

    store.save(settings);

    assertThat(store.read()).isEqualTo(settings);
  }

  @Test
  void goesBackToTheDefaults() {
    store.save(Settings.of(Map.of("language", "en")));
    store.save(Settings.DEFAULTS);

    assertThat(store.read()).isEqualTo(Settings.DEFAULTS);
  }
}
