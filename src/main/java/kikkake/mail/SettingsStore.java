package kikkake.mail;

/** Where the shop's settings are kept. */
public interface SettingsStore {
  /**
   * The settings now, or as they were less than a minute ago.
   *
   * @throws IllegalArgumentException where one of them is wrong; names it
   */
  Settings read();

  void save(Settings settings);
}
