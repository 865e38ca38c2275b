package kikkake.studio;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import kikkake.studio.SettingField.Shape;
import kikkake.studio.SettingField.Unit;

/**
 * What stands in the fields of one setting.
 *
 * @param value as typed; {@code yes} or {@code no} of a switch
 * @param unit of a duration: a {@link Unit} in small letters, or {@link #EXACT}; otherwise empty
 */
record SettingInput(String value, String unit) {
  /** The unit of a duration that no unit can tell: it stands there as in the table, ISO 8601. */
  static final String EXACT = "exact";

  private static final String NUMBER = "[0-9]{1,9}";

  /** As a page shows a setting. */
  static SettingInput of(SettingField field, String text) {
    if (field.shape() != Shape.DURATION) {
      return new SettingInput(text, "");
    }
    Duration duration = Duration.parse(text);
    if (duration.isZero()) {
      return new SettingInput("0", label(Unit.MINUTES));
    }
    for (Unit unit : Unit.values()) {
      long whole = duration.dividedBy(unit.one());
      if (unit.one().multipliedBy(whole).equals(duration)) {
        return new SettingInput(Long.toString(whole), label(unit));
      }
    }
    return new SettingInput(text, EXACT);
  }

  /**
   * As a page sent it.
   *
   * @throws Refused where the page lacks a field
   */
  static SettingInput of(SettingField field, Form form) {
    return switch (field.shape()) {
      case SWITCH -> // A box that is not ticked sends nothing.
          new SettingInput(form.optional(field.name()).equals("yes") ? "yes" : "no", "");
      case DURATION -> new SettingInput(form.text(field.name()), form.text(field.unitName()));
      default -> new SettingInput(form.text(field.name()), "");
    };
  }

  /** As it would stand in the table, if it is right; full-width digits are as good as others. */
  String text(SettingField field) {
    String plain = Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
    return switch (field.shape()) {
      case SWITCH, LANGUAGE -> value;
      case ZONE, CAP, PERCENT, RATE -> plain;
      case TIME -> plain.matches("[0-9]:.*") ? "0" + plain : plain;
      case DURATION ->
          unit.equals(EXACT)
              ? plain
              : duration(plain).map(Duration::toString).orElse("not a duration");
    };
  }

  private Optional<Duration> duration(String plain) {
    for (Unit each : Unit.values()) {
      if (label(each).equals(unit) && plain.matches(NUMBER)) {
        return Optional.of(each.one().multipliedBy(Long.parseLong(plain)));
      }
    }
    return Optional.empty();
  }

  static String label(Unit unit) {
    return unit.name().toLowerCase(Locale.ROOT);
  }
}
