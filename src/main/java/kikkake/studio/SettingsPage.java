package kikkake.studio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kikkake.mail.LiveSettings;
import kikkake.mail.SettingsVersion;
import kikkake.studio.SettingField.Shape;
import kikkake.studio.SettingField.Unit;

/** The settings page: the form, the proposals, and who did what. */
final class SettingsPage {
  private static final Set<String> DONE =
      Set.of("saved", "asked", "approved", "declined", "published", "back");
  private static final List<String> ZONES =
      List.of(
          "Asia/Tokyo",
          "Asia/Seoul",
          "Asia/Shanghai",
          "Asia/Taipei",
          "Asia/Hong_Kong",
          "Asia/Singapore",
          "Asia/Bangkok",
          "Australia/Sydney",
          "Europe/London",
          "Europe/Berlin",
          "America/New_York",
          "America/Los_Angeles",
          "UTC");

  private final Visit visit;
  private final LiveSettings live;
  private final SettingsWords words;
  private final SettingsPast past;

  SettingsPage(
      Visit visit,
      LiveSettings live,
      List<SettingsVersion> versions,
      Map<Integer, Review> reviews) {
    this.visit = visit;
    this.live = live;
    this.words = new SettingsWords(visit.words());
    this.past = new SettingsPast(visit, live, versions, reviews, words);
  }

  /**
   * The page.
   *
   * @param alert why what was sent was not taken; empty where it was
   * @param done what was just done; anything but the words of this page is left out
   */
  Reply reply(int status, SettingsDraft draft, String alert, String done) {
    Map<String, Object> model = new HashMap<>();
    model.put("alert", alert);
    model.put("done", DONE.contains(done) ? visit.words().say("settings-done-" + done) : "");
    put(model, "wrong", wrong(draft));
    model.put("groups", groups(draft));
    model.put("zones", ZONES);
    model.put("note", draft.note());
    model.put("noteWrong", draft.wrong().containsKey(SettingsDraft.NOTE) ? words.must("NOTE") : "");
    model.put("madeOf", live.settings().version());
    model.put("made", live.published().made());
    model.put("mayGoBack", visit.member().mayApprove() && live.version() != 0);
    model.put("hold", past.hold());
    put(model, "open", past.open());
    put(model, "closed", past.closed());
    put(model, "history", past.history());
    return visit.page(status, "settings", SettingsSection.WORD, model);
  }

  /** A list, and whether there is anything in it, so that a page can put words around it. */
  private static void put(Map<String, Object> model, String name, List<Map<String, Object>> list) {
    model.put(name, list);
    model.put("any" + Character.toUpperCase(name.charAt(0)) + name.substring(1), !list.isEmpty());
  }

  /** What is wrong, with where it is, for the top of the page. */
  private List<Map<String, Object>> wrong(SettingsDraft draft) {
    List<Map<String, Object>> wrong = new ArrayList<>();
    for (SettingField field : SettingField.ALL) {
      String must = draft.wrong().get(field.name());
      if (must != null) {
        wrong.add(
            Map.of(
                "name", field.name(), "label", words.fullLabel(field), "must", words.must(must)));
      }
    }
    if (draft.wrong().containsKey(SettingsDraft.NOTE)) {
      String label = visit.words().say("settingsNote");
      wrong.add(Map.of("name", SettingsDraft.NOTE, "label", label, "must", words.must("NOTE")));
    }
    return wrong;
  }

  private List<Map<String, Object>> groups(SettingsDraft draft) {
    Set<String> names = new LinkedHashSet<>();
    SettingField.ALL.forEach(field -> names.add(field.group()));
    List<Map<String, Object>> groups = new ArrayList<>();
    Map<String, String> texts = live.settings().texts();
    for (String name : names) {
      List<Map<String, Object>> fields =
          SettingField.ALL.stream()
              .filter(field -> field.group().equals(name))
              .map(field -> field(field, draft, texts.getOrDefault(field.name(), "")))
              .toList();
      groups.add(Map.of("heading", words.group(name), "fields", fields));
    }
    return groups;
  }

  private Map<String, Object> field(SettingField field, SettingsDraft draft, String liveText) {
    SettingInput input = draft.input(field);
    String must = draft.wrong().getOrDefault(field.name(), "");
    boolean changed = !input.text(field).equals(liveText);
    Shape shape = field.shape();
    boolean clock = shape == Shape.TIME && input.value().matches("([0-9]{2}:[0-9]{2})?");
    Map<String, Object> model = new HashMap<>();
    model.put("name", field.name());
    model.put("label", words.label(field));
    model.put("fullLabel", words.fullLabel(field));
    model.put("help", words.help(field));
    model.put("value", input.value());
    model.put("must", must.isEmpty() ? "" : words.must(must));
    model.put("live", changed ? words.value(field, liveText) : "");
    model.put("isSwitch", shape == Shape.SWITCH);
    model.put("isOn", input.value().equals("yes"));
    model.put("isClock", clock);
    model.put("isDuration", shape == Shape.DURATION);
    model.put("isLanguage", shape == Shape.LANGUAGE);
    model.put("isZone", shape == Shape.ZONE);
    model.put("isText", shape == Shape.TIME && !clock);
    model.put("after", after(shape));
    model.put("isNumber", shape == Shape.CAP || shape == Shape.PERCENT || shape == Shape.RATE);
    model.put("unitName", field.unitName());
    model.put("units", units(input));
    model.put("languages", languages(input));
    return model;
  }

  private String after(Shape shape) {
    return switch (shape) {
      case CAP -> words.unit("mails");
      case PERCENT -> "%";
      case RATE -> words.unit("rate");
      case SWITCH, TIME, DURATION, ZONE, LANGUAGE -> "";
    };
  }

  /** Days, hours and minutes; what they cannot tell keeps a unit of its own. */
  private List<Map<String, Object>> units(SettingInput input) {
    List<Map<String, Object>> units = new ArrayList<>();
    for (Unit unit : List.of(Unit.MINUTES, Unit.HOURS, Unit.DAYS)) {
      units.add(option(SettingInput.label(unit), input.unit()));
    }
    if (input.unit().equals(SettingInput.label(Unit.SECONDS))
        || input.unit().equals(SettingInput.EXACT)) {
      units.add(option(input.unit(), input.unit()));
    }
    return units;
  }

  private Map<String, Object> option(String unit, String chosen) {
    return Map.of("value", unit, "label", words.unit(unit), "chosen", unit.equals(chosen));
  }

  private List<Map<String, Object>> languages(SettingInput input) {
    return List.of("ja", "en").stream()
        .map(each ->
            Map.<String, Object>of(
                "value",
                each,
                "label",
                visit.words().say("settings-language-" + each),
                "chosen",
                each.equals(input.value())))
        .toList();
  }
}
