package kikkake.mail;

class InMemorySettingsTest extends SettingsStoreContract {
  @Override
  SettingsStore store() {
    return new InMemorySettings();
  }
}
