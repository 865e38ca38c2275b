package kikkake.studio;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kikkake.mail.LiveSettings;
import kikkake.mail.SettingsVersion;
import kikkake.template.Publication;
import kikkake.template.Publications;

/** What was proposed, said and published of the settings, as the page shows it. */
final class SettingsPast {
  /** So many proposals and so many lines of the history are shown, the latest. */
  private static final int MOST_SHOWN = 50;

  private final Visit visit;
  private final LiveSettings live;
  private final List<SettingsVersion> latestFirst;
  private final Map<Integer, Review> reviews;
  private final SettingsWords words;
  private final ZoneId zone;
  private final Set<Integer> published;

  SettingsPast(
      Visit visit,
      LiveSettings live,
      List<SettingsVersion> versions,
      Map<Integer, Review> reviews,
      SettingsWords words) {
    this.visit = visit;
    this.live = live;
    this.latestFirst = versions.reversed();
    this.reviews = reviews;
    this.words = words;
    this.zone = live.settings().zone();
    this.published =
        live.published().latestFirst().stream()
            .map(Publication::version)
            .collect(Collectors.toSet());
  }

  /** Where a proposal stands. */
  private enum State {
    LIVE,
    WAITS,
    APPROVED,
    DRAFT,
    DECLINED,
    OUTDATED,
    BEFORE
  }

  private State state(SettingsVersion version) {
    Review review = review(version);
    if (version.number() == live.version()) {
      return State.LIVE;
    }
    if (review.last().filter(step -> step.said() == Review.Said.DECLINED).isPresent()) {
      return State.DECLINED;
    }
    if (!version.fits(live.settings())) {
      return published.contains(version.number()) ? State.BEFORE : State.OUTDATED;
    }
    if (review.waits()) {
      return State.WAITS;
    }
    return review.approved() ? State.APPROVED : State.DRAFT;
  }

  private static boolean isOpen(State state) {
    return state == State.WAITS || state == State.APPROVED || state == State.DRAFT;
  }

  private Review review(SettingsVersion version) {
    return reviews.getOrDefault(version.number(), Review.NONE);
  }

  /** Since when, by whom, what holds is held; empty where nothing was published yet. */
  String hold() {
    return live.published().latestFirst().stream()
        .findFirst()
        .map(each ->
            visit.words().say("settings-since").formatted(words.time(each.from(), zone), each.by()))
        .orElse("");
  }

  /** The proposals that may still come to hold, the latest first. */
  List<Map<String, Object>> open() {
    return proposals(true);
  }

  /** The others, the latest first. */
  List<Map<String, Object>> closed() {
    return proposals(false);
  }

  private List<Map<String, Object>> proposals(boolean open) {
    return latestFirst.stream()
        .filter(version -> isOpen(state(version)) == open)
        .limit(MOST_SHOWN)
        .map(this::proposal)
        .toList();
  }

  private Map<String, Object> proposal(SettingsVersion version) {
    State state = state(version);
    boolean open = isOpen(state);
    Review review = review(version);
    Approval approval =
        new Approval(visit.member(), version.author(), review, live.settings().approvalByAnother());
    boolean ask = open && approval.mayAsk();
    boolean approve = open && approval.mayApprove();
    boolean decline = open && approval.mayDecline();
    boolean publish = open && approval.mayPublish();
    Map<String, Object> model = new HashMap<>();
    model.put("number", version.number());
    model.put("heading", visit.words().say("settings-proposal").formatted(version.number()));
    model.put("state", visit.words().say("settings-state-" + small(state.name())));
    model.put("mark", small(state.name()));
    model.put("author", version.author());
    model.put("at", words.time(version.at(), zone));
    model.put("machineAt", version.at().toString());
    model.put("why", version.note());
    model.put("changes", version.changes().stream().map(this::change).toList());
    model.put("ask", ask);
    model.put("approve", approve);
    model.put("decline", decline);
    model.put("publish", publish);
    model.put("any", ask || approve || decline || publish);
    model.put("needsAnother", open && approval.needsAnother());
    model.put("outdated", state == State.OUTDATED);
    model.put("again", !open && state != State.LIVE && visit.member().mayEdit());
    return model;
  }

  private Map<String, Object> change(SettingsVersion.Change change) {
    SettingField field = SettingField.of(change.name());
    return Map.of(
        "label",
        words.fullLabel(field),
        "from",
        words.value(field, change.from()),
        "to",
        words.value(field, change.to()));
  }

  private record Event(Instant at, String by, String what, String note) {}

  /** Who did what, the latest first. */
  List<Map<String, Object>> history() {
    List<Event> events = new ArrayList<>();
    for (SettingsVersion version : latestFirst.reversed()) {
      String number = Integer.toString(version.number());
      events.add(
          new Event(version.at(), version.author(), said("proposed", number), version.note()));
      for (Review.Step step : review(version).steps()) {
        String what = said(small(step.said().name()), number);
        events.add(new Event(step.at(), step.by(), what, step.note()));
      }
    }
    List<Publication> publications = live.published().latestFirst();
    for (int i = publications.size() - 1; i >= 0; i--) {
      Publication each = publications.get(i);
      events.add(new Event(each.from(), each.by(), publication(publications, i), each.note()));
    }
    // Stable: of two of the same second, the one that was added last comes first.
    return events.reversed().stream()
        .sorted(Comparator.comparing(Event::at).reversed())
        .limit(MOST_SHOWN)
        .map(this::line)
        .toList();
  }

  private String publication(List<Publication> latestFirst, int index) {
    int version = latestFirst.get(index).version();
    if (version == 0) {
      return visit.words().say("settings-did-back-0");
    }
    List<Publication> before = latestFirst.subList(index + 1, latestFirst.size());
    LiveSettings then = new LiveSettings(live.settings(), new Publications(before, before.size()));
    boolean back = then.previous() == version;
    return said(back ? "back" : "published", Integer.toString(version));
  }

  private String said(String what, String number) {
    return visit.words().say("settings-did-" + what).formatted(number);
  }

  private Map<String, Object> line(Event event) {
    return Map.of(
        "at",
        words.time(event.at(), zone),
        "machineAt",
        event.at().toString(),
        "by",
        event.by(),
        "what",
        event.what(),
        "why",
        event.note());
  }

  private static String small(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
