package kikkake.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kikkake.customer.Profile;
import kikkake.event.CustomerId;
import kikkake.event.Who;
import kikkake.history.CustomerHistory;
import kikkake.history.History;
import kikkake.history.Views;
import kikkake.mail.Composer;
import kikkake.mail.Composition;
import kikkake.mail.JourneySettings;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import kikkake.mail.PlannedMail;
import kikkake.mail.Settings;
import kikkake.mail.SettingsStore;
import kikkake.mail.Shop;
import kikkake.recommend.Recommendation;
import kikkake.recommend.Recommender;

/**
 * Reminds a customer of what was looked at and not bought, some hours after the last look; at most
 * one mail for a day of looking. A later look does not move the mail's row: the mail itself sees,
 * when its time comes, that it is too early.
 */
public final class BrowseFollowUp implements Composer {
  private static final int SLOTS = 4;

  private final History history;
  private final Recommender recommender;
  private final SettingsStore settings;
  private final Shop shop;

  public BrowseFollowUp(
      History history, Recommender recommender, SettingsStore settings, Shop shop) {
    this.history = history;
    this.recommender = recommender;
    this.settings = settings;
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
  public Composition compose(PlannedMail mail, Profile profile, String language, Instant now) {
    Optional<Composition> unwanted = Plan.unwanted(kind(), profile, now);
    if (unwanted.isPresent()) {
      return unwanted.get();
    }
    Settings current = settings.read();
    Views views = history.views(new Who(mail.key().customer(), null));
    String latestKey = views.followUp();
    if (latestKey != null && latestKey.compareTo(mail.key().businessKey()) > 0) {
      return new Composition.Skip("newer-browse");
    }
    Instant begin =
        LocalDate.parse(mail.key().businessKey()).atStartOfDay(current.zone()).toInstant();
    Optional<Instant> latest = views.latest(now);
    if (latest.isEmpty()) {
      return new Composition.Skip("nothing-looked-at");
    }
    Instant quiet = latest.get().plus(current.journey(kind()).delay());
    if (quiet.isAfter(now)) {
      return new Composition.Hold(quiet, "still-looking");
    }
    CustomerHistory bought = history.of(mail.key().customer());
    boolean boughtSince =
        bought.standing(now).stream()
            .anyMatch(order -> !order.occurredAt().isBefore(mail.occurredAt()));
    if (boughtSince) {
      return new Composition.Skip("bought-meanwhile");
    }
    List<Recommendation> items = recommender.afterBrowsing(views, bought, begin, now, SLOTS);
    if (items.isEmpty()) {
      return new Composition.Skip("nothing-to-show");
    }
    return new Composition.Ready(
        Map.of("items", ItemModels.of(items, shop, language)),
        items.stream().map(recommendation -> recommendation.item().id()).toList());
  }
}
