package kikkake.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import kikkake.table.DynamoKey;
import kikkake.table.DynamoRow;
import kikkake.table.DynamoTable;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the shop's settings in the table, read again after a minute.
 *
 * <pre>
 *  pk   sk   what
 *  S    A    the settings that differ from the defaults, one text each
 * </pre>
 */
public final class DynamoSettings implements SettingsStore {
  private static final DynamoKey KEY = new DynamoKey("S", "A");
  private static final Duration FRESH = Duration.ofMinutes(1);

  private record Known(Settings settings, Instant at) {}

  private final DynamoTable table;
  private final InstantSource clock;
  private volatile @Nullable Known known;

  /**
   * The settings in a table.
   *
   * @param clock by which what was read grows old: real time, also where the shop's is virtual
   */
  public DynamoSettings(DynamoTable table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Settings read() {
    Instant now = clock.instant();
    Known last = known;
    if (last != null && !now.isAfter(last.at().plus(FRESH)) && !now.isBefore(last.at())) {
      return last.settings();
    }
    Settings settings = table.get(KEY).map(DynamoSettings::settings).orElse(Settings.DEFAULTS);
    known = new Known(settings, now);
    return settings;
  }

  @Override
  public void save(Settings settings) {
    DynamoRow row = DynamoRow.of(KEY);
    Map<String, String> defaults = Settings.DEFAULTS.texts();
    settings
        .texts()
        .forEach((name, text) -> {
          if (!text.equals(defaults.get(name))) {
            row.text(name, text);
          }
        });
    table.put(row);
    known = null;
  }

  private static Settings settings(DynamoRow row) {
    Map<String, String> texts = new HashMap<>();
    // Names of a newer version are left alone, so that one can go back to an older one.
    for (String name : Settings.DEFAULTS.texts().keySet()) {
      String text = row.text(name);
      if (text != null) {
        texts.put(name, text);
      }
    }
    return Settings.of(texts);
  }
}
