package kikkake.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kikkake.table.DynamoChange;
import kikkake.table.DynamoKey;
import kikkake.table.DynamoRow;
import kikkake.table.DynamoTable;
import kikkake.template.Publication;
import kikkake.template.Publications;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the shop's settings in the table. Functions read what holds again after a minute.
 *
 * <pre>
 *  pk   sk        what
 *  S    A         what holds: the settings that differ from the defaults, one text each; and what
 *                 was published, a text each, the latest first
 *  S    V#000007  a version: every setting, what those were that it changes, who, when and why
 * </pre>
 */
public final class DynamoSettings implements SettingsStore {
  private static final String PARTITION = "S";
  private static final DynamoKey LIVE = new DynamoKey(PARTITION, "A");
  private static final String VERSION = "V#";
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
    Settings settings = table.get(LIVE).map(DynamoSettings::settings).orElse(Settings.DEFAULTS);
    known = new Known(settings, now);
    return settings;
  }

  @Override
  public LiveSettings live() {
    return table
        .get(LIVE)
        .map(row -> new LiveSettings(settings(row), publications(row)))
        .orElse(new LiveSettings(Settings.DEFAULTS, Publications.NONE));
  }

  private static Publications publications(DynamoRow row) {
    return new Publications(
        row.texts("publications").stream().map(Publication::ofLine).toList(), row.whole("made", 0));
  }

  @Override
  public boolean publish(Settings settings, Publication publication, LiveSettings seen) {
    DynamoRow row = DynamoRow.of(LIVE);
    Map<String, String> defaults = Settings.DEFAULTS.texts();
    settings
        .texts()
        .forEach((name, text) -> {
          if (!text.equals(defaults.get(name))) {
            row.text(name, text);
          }
        });
    Publications after = seen.published().with(publication);
    row.texts("publications", after.latestFirst().stream().map(Publication::line).toList())
        .number("made", after.made());
    int made = seen.published().made();
    DynamoChange unchanged =
        made == 0
            ? new DynamoChange().onlyIf("attribute_not_exists(#made)", "made")
            : new DynamoChange().onlyIf("#made = :made", "made").with("made", made);
    boolean published = table.put(row, unchanged);
    known = null;
    return published;
  }

  @Override
  public boolean save(SettingsVersion version) {
    DynamoRow row = DynamoRow.of(versionKey(version.number()));
    version.settings().texts().forEach(row::text);
    return table.putIfAbsent(
        row.texts(
                "was",
                version.changes().stream()
                    .map(change -> change.name() + "\t" + change.from())
                    .toList())
            .text("author", version.author())
            .time("at", version.at())
            .text("note", version.note()));
  }

  @Override
  public Optional<SettingsVersion> version(int number) {
    return table.get(versionKey(number)).map(DynamoSettings::version);
  }

  @Override
  public List<SettingsVersion> versions() {
    return table.query(PARTITION, VERSION).stream().map(DynamoSettings::version).toList();
  }

  private static SettingsVersion version(DynamoRow row) {
    Map<String, String> texts = texts(row);
    Map<String, String> before = new HashMap<>(texts);
    for (String was : row.texts("was")) {
      String[] fields = was.split("\t", 2);
      before.computeIfPresent(fields[0], (name, text) -> fields[1]);
    }
    return new SettingsVersion(
        Integer.parseInt(row.key().sk().substring(VERSION.length())),
        Settings.of(texts),
        Settings.of(before),
        row.requiredText("author"),
        row.requiredTime("at"),
        row.requiredText("note"));
  }

  private static Settings settings(DynamoRow row) {
    return Settings.of(texts(row));
  }

  private static Map<String, String> texts(DynamoRow row) {
    Map<String, String> texts = new HashMap<>();
    // Names of a newer version are left alone, so that one can go back to an older one.
    for (String name : Settings.DEFAULTS.texts().keySet()) {
      String text = row.text(name);
      if (text != null) {
        texts.put(name, text);
      }
    }
    return texts;
  }

  private static DynamoKey versionKey(int number) {
    return new DynamoKey(PARTITION, String.format(Locale.ROOT, VERSION + "%06d", number));
  }
}
