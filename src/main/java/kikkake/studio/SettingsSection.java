package kikkake.studio;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kikkake.mail.LiveSettings;
import kikkake.mail.Settings;
import kikkake.mail.SettingsChanges;
import kikkake.mail.SettingsChanges.Hand;
import kikkake.mail.SettingsStore;
import kikkake.mail.SettingsVersion;
import kikkake.studio.Review.Said;
import kikkake.studio.Review.Step;

/** Shows the shop's settings; takes proposals, has them approved, publishes and goes back. */
final class SettingsSection implements Section {
  static final String WORD = "settings";

  private static final String PATH = Studio.PATH + "/" + WORD;
  private static final int BAD_REQUEST = 400;
  private static final int CONFLICT = 409;

  private final SettingsStore store;
  private final SettingsChanges changes;
  private final Reviews reviews;
  private final InstantSource clock;

  SettingsSection(SettingsStore store, Reviews reviews, InstantSource clock) {
    this.store = store;
    this.changes = new SettingsChanges(store);
    this.reviews = reviews;
    this.clock = clock;
  }

  @Override
  public Reply answer(Visit visit, List<String> path) {
    if (!visit.ask().isPost()) {
      if (!path.isEmpty()) {
        throw new Refused(404, Refused.Why.NOT_FOUND);
      }
      return show(visit);
    }
    return switch (path.size()) {
      case 0 -> propose(visit);
      case 1 -> {
        if (!path.getFirst().equals("back")) {
          throw new Refused(404, Refused.Why.NOT_FOUND);
        }
        yield goBack(visit);
      }
      case 2 -> decide(visit, version(path.getFirst()), path.getLast());
      default -> throw new Refused(404, Refused.Why.NOT_FOUND);
    };
  }

  private Reply show(Visit visit) {
    LiveSettings live = store.live();
    Map<String, String> query = visit.ask().query();
    String from = query.getOrDefault("from", "");
    SettingsDraft draft = SettingsDraft.of(live.settings());
    if (!from.isEmpty()) {
      SettingsVersion version = version(from);
      draft = SettingsDraft.of(version.settings()).onto(version.madeOf(), live.settings());
    }
    return page(visit, live).reply(200, draft, "", query.getOrDefault("done", ""));
  }

  private SettingsPage page(Visit visit, LiveSettings live) {
    return new SettingsPage(visit, live, store.versions(), reviews.all(DynamoReviews.SETTINGS));
  }

  private Reply propose(Visit visit) {
    visit.mustEdit();
    Form form = visit.form();
    SettingsDraft draft = SettingsDraft.of(form);
    LiveSettings live = store.live();
    String madeOf = form.text("madeOf");
    if (!madeOf.equals(live.settings().version())) {
      SettingsDraft moved =
          known(madeOf).map(before -> draft.onto(before, live.settings())).orElse(draft);
      return again(visit, live, moved, CONFLICT, Refused.Why.CHANGED_MEANWHILE);
    }
    if (!draft.wrong().isEmpty()) {
      return again(visit, live, draft, BAD_REQUEST, Refused.Why.BAD_SETTING);
    }
    Settings wanted = draft.settings();
    if (wanted.equals(live.settings())) {
      return again(visit, live, draft, BAD_REQUEST, Refused.Why.NOTHING_CHANGED);
    }
    Hand hand = hand(visit, draft.note());
    SettingsVersion version = changes.propose(wanted, live, hand);
    if (form.optional("then").equals("ask")) {
      say(version.number(), Review.NONE, Said.ASKED, hand);
      return done("asked", version.number());
    }
    return done("saved", version.number());
  }

  private Reply again(
      Visit visit, LiveSettings live, SettingsDraft draft, int status, Refused.Why why) {
    String alert = visit.words().say(new Refused(status, why));
    return page(visit, live).reply(status, draft, alert, "");
  }

  /** The settings that were called so. */
  private Optional<Settings> known(String name) {
    return Stream.concat(
            Stream.of(Settings.DEFAULTS),
            store.versions().stream()
                .flatMap(version -> Stream.of(version.settings(), version.madeOf())))
        .filter(settings -> settings.version().equals(name))
        .findFirst();
  }

  private Reply decide(Visit visit, SettingsVersion version, String what) {
    LiveSettings live = store.live();
    int number = version.number();
    Review review = reviews.of(DynamoReviews.SETTINGS, number);
    Approval approval =
        new Approval(visit.member(), version.author(), review, live.settings().approvalByAnother());
    Hand hand = hand(visit, visit.form().line(SettingsDraft.NOTE));
    return switch (what) {
      case "ask" -> {
        approval.mustAsk();
        mustFit(version, live);
        say(number, review, Said.ASKED, hand);
        yield done("asked", number);
      }
      case "approve" -> {
        approval.mustApprove();
        mustFit(version, live);
        say(number, review, Said.APPROVED, hand);
        yield done("approved", number);
      }
      case "decline" -> {
        approval.mustDecline();
        say(number, review, Said.DECLINED, hand);
        yield done("declined", number);
      }
      case "publish" -> {
        approval.mustPublish();
        must(changes.publish(version, live, hand));
        yield done("published", number);
      }
      default -> throw new Refused(404, Refused.Why.NOT_FOUND);
    };
  }

  private Reply goBack(Visit visit) {
    visit.mustApprove();
    LiveSettings live = store.live();
    Form form = visit.form();
    if (live.version() == 0) {
      throw new Refused(CONFLICT, Refused.Why.NOTHING_BEFORE);
    }
    // The button says what it goes back from; pressed twice, it goes back once.
    must(form.number("made") == live.published().made());
    mustKeepFourEyes(live);
    must(changes.goBack(live, hand(visit, form.line(SettingsDraft.NOTE))));
    return done("back", 0);
  }

  /** One person alone cannot take back that somebody else has to approve. */
  private void mustKeepFourEyes(LiveSettings live) {
    if (live.settings().approvalByAnother() && !changes.before(live).approvalByAnother()) {
      throw new Refused(CONFLICT, Refused.Why.WEAKENS_APPROVAL);
    }
  }

  private void say(int version, Review seen, Said said, Hand hand) {
    Step step = new Step(said, hand.by(), hand.at(), hand.note());
    must(reviews.add(DynamoReviews.SETTINGS, version, seen, step));
  }

  private static void mustFit(SettingsVersion version, LiveSettings live) {
    must(version.fits(live.settings()));
  }

  private static void must(boolean unchanged) {
    if (!unchanged) {
      throw new Refused(CONFLICT, Refused.Why.CHANGED_MEANWHILE);
    }
  }

  private Hand hand(Visit visit, String note) {
    return new Hand(visit.member().email(), clock.instant(), note);
  }

  private SettingsVersion version(String number) {
    return store
        .version(Form.number(number, "version"))
        .orElseThrow(() -> new Refused(404, Refused.Why.NOT_FOUND));
  }

  private static Reply done(String what, int version) {
    return Reply.seeOther(PATH + "?done=" + what + (version == 0 ? "" : "#proposal-" + version));
  }
}
