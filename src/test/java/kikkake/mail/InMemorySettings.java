package kikkake.mail;

import java.util.Map;

/** Settings that are forgotten with the test. */
public final class InMemorySettings implements SettingsStore {
  private Settings settings = Settings.DEFAULTS;

  @Override
  public Settings read() {
    return settings;
  }

  @Override
  public void save(Settings next) {
    settings = next;
  }

  /** Changes one setting. */
  public void set(String name, String text) {
    Map<String, String> texts = settings.texts();
    texts.put(name, text);
    settings = Settings.of(texts);
  }
}
