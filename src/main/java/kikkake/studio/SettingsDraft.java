package kikkake.studio;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import kikkake.mail.Settings;

/**
 * The settings as they stand in the page's fields, right or wrong.
 *
 * @param inputs by the settings' names
 * @param note why, as typed
 * @param wrong the names of wrong fields, and the end of the name of the words that say what each
 *     must be
 */
record SettingsDraft(Map<String, SettingInput> inputs, String note, Map<String, String> wrong) {
  static final String NOTE = "note";

  private static final int LONGEST_NOTE = 200;

  SettingsDraft {
    inputs = Map.copyOf(inputs);
    wrong = Map.copyOf(wrong);
  }

  static SettingsDraft of(Settings settings) {
    Map<String, SettingInput> inputs = new HashMap<>();
    Map<String, String> texts = settings.texts();
    for (SettingField field : SettingField.ALL) {
      inputs.put(
          field.name(),
          SettingInput.of(field, Objects.requireNonNull(texts.get(field.name()), field.name())));
    }
    return new SettingsDraft(inputs, "", Map.of());
  }

  /**
   * As a page sent it, with what is wrong.
   *
   * @throws Refused where the page lacks a field
   */
  static SettingsDraft of(Form form) {
    Map<String, SettingInput> inputs = new HashMap<>();
    for (SettingField field : SettingField.ALL) {
      inputs.put(field.name(), SettingInput.of(field, form));
    }
    SettingsDraft draft = new SettingsDraft(inputs, form.text(NOTE).strip(), Map.of());
    return new SettingsDraft(inputs, draft.note(), draft.check());
  }

  SettingInput input(SettingField field) {
    return Objects.requireNonNull(inputs.get(field.name()), field.name());
  }

  /**
   * The settings.
   *
   * @throws IllegalArgumentException where one is wrong
   */
  Settings settings() {
    return Settings.of(texts());
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (SettingField field : SettingField.ALL) {
      texts.put(field.name(), input(field).text(field));
    }
    return texts;
  }

  private Map<String, String> check() {
    Map<String, String> texts = texts();
    Map<String, String> found = new HashMap<>();
    for (SettingField field : SettingField.ALL) {
      String text = Objects.requireNonNull(texts.get(field.name()));
      if (!isRight(field, text)) {
        found.put(field.name(), field.shape().name());
      }
    }
    boolean noStart = texts.getOrDefault(SettingField.QUIET_FROM, "").isEmpty();
    boolean noEnd = texts.getOrDefault(SettingField.QUIET_TO, "").isEmpty();
    if (noStart != noEnd) {
      found.put(noStart ? SettingField.QUIET_FROM : SettingField.QUIET_TO, "BOTH");
    }
    if (note.length() > LONGEST_NOTE || note.chars().anyMatch(Character::isISOControl)) {
      found.put(NOTE, "NOTE");
    }
    return found;
  }

  /** The settings themselves know what is right; quiet hours begin and end, or do neither. */
  private static boolean isRight(SettingField field, String text) {
    boolean quiet =
        field.name().equals(SettingField.QUIET_FROM) || field.name().equals(SettingField.QUIET_TO);
    try {
      Settings.of(
          quiet
              ? Map.of(SettingField.QUIET_FROM, text, SettingField.QUIET_TO, text)
              : Map.of(field.name(), text));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * The same changes, made of other settings: what is as it was before becomes as it is now.
   *
   * @param before what the fields were filled with
   */
  SettingsDraft onto(Settings before, Settings now) {
    SettingsDraft was = of(before);
    SettingsDraft is = of(now);
    Map<String, SettingInput> moved = new HashMap<>(inputs);
    for (SettingField field : SettingField.ALL) {
      if (input(field).text(field).equals(was.input(field).text(field))) {
        moved.put(field.name(), is.input(field));
      }
    }
    return new SettingsDraft(moved, note, wrong);
  }
}
