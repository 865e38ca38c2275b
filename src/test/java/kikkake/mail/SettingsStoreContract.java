package kikkake.mail;

import static kikkake.TestData.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import kikkake.mail.SettingsChanges.Hand;
import kikkake.mail.SettingsVersion.Change;
import kikkake.table.DynamoKey;
import kikkake.table.DynamoRow;
import kikkake.table.DynamoTable;
import kikkake.template.Publication;
import kikkake.template.Publications;
import org.junit.jupiter.api.Test;

/** What every store of settings does. */
abstract class SettingsStoreContract {
  private static final Hand SATO = new Hand("sato@shop.example", NOON, "春の設定");
  private static final Settings ENGLISH = Settings.of(Map.of("language", "en"));
  private static final Settings LATER = Settings.of(Map.of("recommendation.at", "18:30"));

  private final DynamoTable table = table();
  private final SettingsStore store = store(table);
  private final SettingsChanges changes = new SettingsChanges(store);

  abstract DynamoTable table();

  private static SettingsStore store(DynamoTable table) {
    return new DynamoSettings(table, () -> NOON);
  }

  private void change(Settings settings) {
    assertThat(changes.change(settings, store.live(), SATO)).isTrue();
  }

  @Test
  void beginsWithTheDefaults() {
    assertThat(store.read()).isEqualTo(Settings.DEFAULTS);
    assertThat(store.live()).isEqualTo(new LiveSettings(Settings.DEFAULTS, Publications.NONE));
    assertThat(store.versions()).isEmpty();
    assertThat(store.version(1)).isEmpty();
  }

  @Test
  void readsBackEverySettingThatWasPublished() {
    Settings settings =
        Settings.of(
            Map.ofEntries(
                Map.entry("zone", "Europe/London"),
                Map.entry("language", "en"),
                Map.entry("quietHours.from", ""),
                Map.entry("quietHours.to", ""),
                Map.entry("cap.day", ""),
                Map.entry("approval.byAnother", "no"),
                Map.entry("thank-you.at", "09:30:15.5"),
                Map.entry("recommendation.on", "no"),
                Map.entry("recommendation.at", ""),
                Map.entry("browse-follow-up.delay", "PT90M"),
                Map.entry("browse-follow-up.shelfLife", "PT12H0.001S")));

    change(settings);

    assertThat(store.read()).isEqualTo(settings);
    assertThat(store.live().settings()).isEqualTo(settings);
    assertThat(store.version(1).orElseThrow().settings()).isEqualTo(settings);
    assertThat(store.version(1).orElseThrow().madeOf()).isEqualTo(Settings.DEFAULTS);
  }

  @Test
  void goesBackToTheDefaults() {
    change(ENGLISH);
    change(Settings.DEFAULTS);

    assertThat(store.read()).isEqualTo(Settings.DEFAULTS);
  }

  @Test
  void aVersionNeverChangesAndNobodyFollowsItYet() {
    SettingsVersion version = changes.propose(ENGLISH, store.live(), SATO);

    assertThat(version)
        .isEqualTo(
            new SettingsVersion(1, ENGLISH, Settings.DEFAULTS, "sato@shop.example", NOON, "春の設定"));
    assertThat(version.changes()).containsExactly(new Change("language", "ja", "en"));
    assertThat(store.save(new SettingsVersion(1, LATER, Settings.DEFAULTS, "x", NOON, "")))
        .isFalse();
    assertThat(store.versions()).containsExactly(version);
    assertThat(store.read()).isEqualTo(Settings.DEFAULTS);
  }

  @Test
  void twoProposalsOfTheSameMomentGetNumbersOfTheirOwn() {
    LiveSettings live = store.live();

    assertThat(changes.propose(ENGLISH, live, SATO).number()).isEqualTo(1);
    store.save(new SettingsVersion(3, LATER, Settings.DEFAULTS, "x", NOON, ""));
    store.save(new SettingsVersion(2, LATER, Settings.DEFAULTS, "x", NOON, ""));
    assertThat(changes.propose(ENGLISH, live, SATO).number()).isEqualTo(4);
  }

  @Test
  void tellsWhatWasPublishedByWhomAndWhy() {
    change(ENGLISH);

    assertThat(store.live().version()).isEqualTo(1);
    assertThat(store.live().published().latestFirst())
        .containsExactly(new Publication(1, NOON, "sato@shop.example", "春の設定"));
  }

  @Test
  void publishesOnlyWhereNobodyChangedItMeanwhile() {
    LiveSettings seen = store.live();
    SettingsVersion english = changes.propose(ENGLISH, seen, SATO);
    SettingsVersion later = changes.propose(LATER, seen, SATO);

    assertThat(changes.publish(english, seen, SATO)).isTrue();
    assertThat(changes.publish(later, seen, SATO)).as("as seen before").isFalse();
    assertThat(changes.publish(later, store.live(), SATO)).as("made of others").isFalse();
    assertThat(store.live().settings()).isEqualTo(ENGLISH);
  }

  @Test
  void goesBackStepByStepToWhatHeldBefore() {
    change(ENGLISH);
    change(LATER);

    assertThat(changes.goBack(store.live(), SATO)).isTrue();
    assertThat(store.live().settings()).isEqualTo(ENGLISH);
    LiveSettings seen = store.live();
    assertThat(changes.goBack(seen, SATO)).isTrue();
    assertThat(store.live().settings()).isEqualTo(Settings.DEFAULTS);
    assertThat(changes.goBack(seen, SATO)).as("pressed twice").isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> changes.goBack(store.live(), SATO));
    assertThat(store.live().published().latestFirst())
        .extracting(Publication::version)
        .containsExactly(0, 1, 2, 1);
  }

  @Test
  void goesBackToWhatAnOlderVersionOfTheProductWrote() {
    table.put(DynamoRow.of(new DynamoKey("S", "A")).text("language", "en"));
    change(LATER);

    assertThat(changes.goBack(store.live(), SATO)).isTrue();

    assertThat(store.live().settings()).isEqualTo(ENGLISH);
  }

  @Test
  void whatAnOlderVersionOverwroteHoldsAndIsNotOverwrittenUnseen() {
    change(LATER);
    LiveSettings seen = store.live();
    table.put(DynamoRow.of(new DynamoKey("S", "A")).text("language", "en"));

    assertThat(changes.goBack(seen, SATO)).isFalse();
    assertThat(store.live().settings()).isEqualTo(ENGLISH);
    change(LATER);
    assertThat(store.live().settings()).isEqualTo(LATER);
  }

  @Test
  void theLastCountsAlsoWhereItsClockIsSlow() {
    change(ENGLISH);
    Hand slow = new Hand("ito@shop.example", NOON.minus(Duration.ofHours(1)), "");

    assertThat(changes.change(LATER, store.live(), slow)).isTrue();

    assertThat(store.live().version()).isEqualTo(2);
    assertThat(changes.goBack(store.live(), slow)).isTrue();
    assertThat(store.live().settings()).isEqualTo(ENGLISH);
  }

  @Test
  void remembersTheLatestFiftyAndGoesBackAlsoThen() {
    for (int i = 0; i < 60; i++) {
      change(i % 2 == 0 ? ENGLISH : LATER);
    }

    assertThat(store.live().published().latestFirst()).hasSize(50);
    assertThat(changes.goBack(store.live(), SATO)).isTrue();
    assertThat(store.live().settings()).isEqualTo(ENGLISH);
  }

  @Test
  void whatChangesNothingIsNotSaved() {
    change(Settings.DEFAULTS);

    assertThat(store.versions()).isEmpty();
    assertThat(store.live().published()).isEqualTo(Publications.NONE);
  }

  @Test
  void aFunctionReadsOnceAMinuteAndOneRowOnly() {
    Instant[] now = {NOON};
    SettingsStore function = new DynamoSettings(table, () -> now[0]);
    assertThat(function.read()).isEqualTo(Settings.DEFAULTS);

    change(ENGLISH);

    now[0] = NOON.plusSeconds(60);
    assertThat(function.read()).isEqualTo(Settings.DEFAULTS);
    now[0] = NOON.plusSeconds(61);
    assertThat(function.read()).isEqualTo(ENGLISH);
  }
}
