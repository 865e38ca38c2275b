package kikkake.local.world;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kikkake.mail.DynamoSettings;
import kikkake.mail.Settings;
import kikkake.mail.SettingsChanges;

/**
 * The limits that a shop set itself, low enough to be reached.
 *
 * @param capDay mails in a day, from which on advertising waits
 * @param capWeek mails in seven days
 * @param quietFrom the hour at which no mail goes any more; the same as {@code quietTo} for none
 * @param quietTo the hour from which mail goes again
 */
record House(int capDay, int capWeek, int quietFrom, int quietTo) {
  private static final List<House> ALL =
      List.of(
          new House(1, 3, 21, 8),
          new House(2, 2, 21, 8),
          new House(1, 2, 18, 11),
          new House(1, 3, 0, 0),
          new House(1, 1, 1, 10));

  static House of(long seed) {
    return ALL.get((int) Math.floorMod(seed / 5, (long) ALL.size()));
  }

  boolean isQuiet(Instant at, ZoneId zone) {
    int hour = at.atZone(zone).getHour();
    return quietFrom <= quietTo
        ? hour >= quietFrom && hour < quietTo
        : hour >= quietFrom || hour < quietTo;
  }

  void furnish(World world) {
    Map<String, String> texts = new HashMap<>(Settings.DEFAULTS.texts());
    texts.put("cap.day", Integer.toString(capDay));
    texts.put("cap.week", Integer.toString(capWeek));
    texts.put("quietHours.from", hour(quietFrom));
    texts.put("quietHours.to", hour(quietTo));
    DynamoSettings settings = new DynamoSettings(world.table(), InstantSource.fixed(world.now()));
    new SettingsChanges(settings)
        .change(
            Settings.of(texts),
            settings.live(),
            new SettingsChanges.Hand("the house", world.now(), ""));
  }

  private static String hour(int hour) {
    return String.format(Locale.ROOT, "%02d:00", hour);
  }
}
