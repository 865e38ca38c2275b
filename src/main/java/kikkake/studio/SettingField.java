package kikkake.studio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kikkake.mail.MailKind;
import kikkake.mail.Settings;

/**
 * One setting on the settings page.
 *
 * @param name as in {@link Settings#texts()}
 * @param group the word under which it stands: a kind of mail, or one of the page's own
 * @param words the end of the names of its words; kinds of mail share them
 */
record SettingField(String name, String group, String words, Shape shape) {
  /** How a setting is typed. */
  enum Shape {
    SWITCH,
    TIME,
    DURATION,
    CAP,
    PERCENT,
    RATE,
    ZONE,
    LANGUAGE
  }

  /** The units in which durations are typed, the longest first; a day has 24 hours. */
  enum Unit {
    DAYS(Duration.ofDays(1)),
    HOURS(Duration.ofHours(1)),
    MINUTES(Duration.ofMinutes(1)),
    SECONDS(Duration.ofSeconds(1));

    private final Duration one;

    Unit(Duration one) {
      this.one = one;
    }

    Duration one() {
      return one;
    }
  }

  static final String QUIET_FROM = "quietHours.from";
  static final String QUIET_TO = "quietHours.to";

  /** All settings, in the order of the page. */
  static final List<SettingField> ALL = all();

  private static List<SettingField> all() {
    List<SettingField> all = new ArrayList<>();
    for (MailKind kind : MailKind.values()) {
      all.add(of(kind, "on", Shape.SWITCH));
      all.add(of(kind, "delay", Shape.DURATION));
      all.add(of(kind, "at", Shape.TIME));
      all.add(of(kind, "shelfLife", Shape.DURATION));
    }
    all.add(of("quiet", QUIET_FROM, Shape.TIME));
    all.add(of("quiet", QUIET_TO, Shape.TIME));
    all.add(of("quiet", "quietHours.answerWithin", Shape.DURATION));
    all.add(of("often", "cap.day", Shape.CAP));
    all.add(of("often", "cap.week", Shape.CAP));
    all.add(of("often", "mergeWindow", Shape.DURATION));
    all.add(of("shop", "zone", Shape.ZONE));
    all.add(of("shop", "language", Shape.LANGUAGE));
    all.add(of("sending", "sendRate", Shape.RATE));
    all.add(of("sending", "holdout.percent", Shape.PERCENT));
    all.add(of("sending", "inDoubt.settleAfter", Shape.DURATION));
    all.add(of("work", "approval.byAnother", Shape.SWITCH));
    return List.copyOf(all);
  }

  private static SettingField of(String group, String name, Shape shape) {
    return new SettingField(name, group, name, shape);
  }

  private static SettingField of(MailKind kind, String part, Shape shape) {
    return new SettingField(kind.label() + "." + part, kind.label(), "journey." + part, shape);
  }

  static SettingField of(String name) {
    return ALL.stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The settings page does not know " + name));
  }

  /** The field that says in which unit a duration is typed. */
  String unitName() {
    return name + ".unit";
  }
}
