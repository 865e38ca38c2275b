package kikkake.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kikkake.event.CustomerId;
import kikkake.history.Views;
import kikkake.mail.Composer;
import kikkake.mail.Composition;
import kikkake.mail.JourneySettings;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import kikkake.mail.Reason;
import kikkake.mail.Settings;
import kikkake.mail.Shop;
import kikkake.mail.Situation;
import kikkake.mail.Verdict;
import kikkake.recommend.Recommendation;
import kikkake.recommend.Recommender;

/**
 * Reminds a customer of what was looked at and not bought, some hours after the last look; at most
 * one mail for a day of looking. A later look does not move the mail's row: the mail itself sees,
 * when its time comes, that it is too early.
 */
public final class BrowseFollowUp implements Composer {
  private static final int SLOTS = 4;

  private final Recommender recommender;
  private final Shop shop;

  public BrowseFollowUp(Recommender recommender, Shop shop) {
    this.recommender = recommender;
    this.shop = shop;
  }

  @Override
  public MailKind kind() {
    return MailKind.BROWSE_FOLLOW_UP;
  }

  /** The mail for the latest look, if it begins a new day of looking, by the shop's calendar. */
  static Optional<Plan.Mail> plan(
      Views views, CustomerId customer, Settings settings, Instant now) {
    Optional<Instant> latest = views.latest(now.plus(Plan.TOLERANCE));
    if (latest.isEmpty()) {
      return Optional.empty();
    }
    ZoneId zone = settings.zone();
    String key = LocalDate.ofInstant(latest.get(), zone).toString();
    if (key.equals(views.followUp())) {
      return Optional.empty();
    }
    MailKey mail = new MailKey(customer, MailKind.BROWSE_FOLLOW_UP, key);
    JourneySettings journey = settings.journey(MailKind.BROWSE_FOLLOW_UP);
    return Plan.of(mail, journey, latest.get(), zone, now) instanceof Plan.Mail planned
        ? Optional.of(planned)
        : Optional.empty();
  }

  @Override
  public Verdict wanted(Situation situation) {
    Instant now = situation.now();
    Views views = situation.views();
    String latestKey = views.followUp();
    if (latestKey != null && latestKey.compareTo(situation.mail().key().businessKey()) > 0) {
      return new Verdict.Skip(Reason.NEWER_BROWSE);
    }
    Optional<Instant> latest = views.latest(now);
    if (latest.isEmpty()) {
      return new Verdict.Skip(Reason.NOTHING_LOOKED_AT);
    }
    Instant quiet = latest.get().plus(situation.settings().journey(kind()).delay());
    if (quiet.isAfter(now)) {
      return new Verdict.Hold(quiet, Reason.STILL_LOOKING);
    }
    Instant lookedAt = situation.mail().occurredAt();
    boolean boughtSince =
        situation.history().standing(now).stream()
            .anyMatch(order -> !order.occurredAt().isBefore(lookedAt));
    return boughtSince ? new Verdict.Skip(Reason.BOUGHT_MEANWHILE) : Verdict.GO;
  }

  @Override
  public Composition compose(Situation situation, String language, boolean recommends) {
    Instant begin =
        LocalDate.parse(situation.mail().key().businessKey())
            .atStartOfDay(situation.settings().zone())
            .toInstant();
    List<Recommendation> items =
        recommender.afterBrowsing(
            situation.views(),
            situation.history(),
            begin,
            new Recommender.Ask(situation.now(), Tired.of(situation), SLOTS));
    if (items.isEmpty()) {
      return new Composition.Skip(Reason.NOTHING_TO_SHOW);
    }
    return new Composition.Ready(
        Map.of(
            "items",
            ShownItem.models(
                items, shop.url(), new Reader(language, situation.zone(), situation.now()))),
        ShownItem.kept(items));
  }
}
