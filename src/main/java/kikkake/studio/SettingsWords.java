package kikkake.studio;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import kikkake.mail.MailKind;

/** Says settings as people do. */
final class SettingsWords {
  private final Words words;

  SettingsWords(Words words) {
    this.words = words;
  }

  String group(String group) {
    for (MailKind kind : MailKind.values()) {
      if (kind.label().equals(group)) {
        return kind.name(words.japanese());
      }
    }
    return words.say("settings-group-" + group);
  }

  String label(SettingField field) {
    return words.say("setting-" + field.words());
  }

  String help(SettingField field) {
    return words.say("setting-" + field.words() + "-help");
  }

  /** The label with the group before it, for where it stands alone. */
  String fullLabel(SettingField field) {
    return group(field.group()) + (words.japanese() ? "：" : ": ") + label(field);
  }

  String must(String what) {
    return words.say("settings-must-" + what.toLowerCase(Locale.ROOT));
  }

  String unit(String unit) {
    return words.say("settings-unit-" + unit);
  }

  /** What a setting is, for example 3 days. */
  String value(SettingField field, String text) {
    return switch (field.shape()) {
      case SWITCH -> words.say("settings-" + text);
      case TIME -> text.isEmpty() ? words.say("settings-no-time") : text;
      case CAP -> text.isEmpty() ? words.say("settings-no-cap") : counted("mails", text);
      case PERCENT -> text + "%";
      case RATE -> counted("rate", text);
      case LANGUAGE -> words.say("settings-language-" + text);
      case ZONE -> text;
      case DURATION -> {
        SettingInput input = SettingInput.of(field, text);
        yield input.unit().equals(SettingInput.EXACT) ? text : counted(input.unit(), input.value());
      }
    };
  }

  private String counted(String what, String number) {
    boolean one = number.equals("1") && !words.japanese();
    return words.say("settings-count-" + what + (one ? "-one" : "")).formatted(number);
  }

  /** A time on the clock of the shop. */
  String time(Instant at, ZoneId zone) {
    Locale locale = words.japanese() ? Locale.JAPAN : Locale.UK;
    String pattern = words.japanese() ? "yyyy年M月d日 HH:mm" : "d MMM yyyy, HH:mm";
    return DateTimeFormatter.ofPattern(pattern, locale).format(at.atZone(zone));
  }
}
