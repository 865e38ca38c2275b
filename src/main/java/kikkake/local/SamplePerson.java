package kikkake.local;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kikkake.event.Consent;
import kikkake.event.Contact;
import kikkake.event.CustomerId;
import kikkake.event.Identified;
import kikkake.event.VisitorId;
import kikkake.event.Who;
import org.jspecify.annotations.Nullable;

/** A customer of the sample shop: tastes, habits, and what the shop knows by now. */
final class SamplePerson {
  /** What the sample shop asks when somebody signs up, as a version number. */
  static final String WORDING = "2026-04";

  private final CustomerId id;
  private final Contact contact;
  private final ZoneId zone;
  private final @Nullable Boolean answer;
  private final List<String> likes;
  private final List<VisitorId> devices;
  private final int storePercent;
  private final int visitEveryDays;
  private final int teaEveryDays;
  private final Set<String> owned = new HashSet<>();
  private boolean known;

  /** Makes up a person. */
  SamplePerson(int number, List<String> categories, Dice dice) {
    id = new CustomerId(String.format(Locale.ROOT, "K%04d", number));
    boolean japanese = dice.percent(85);
    String language = japanese ? "ja" : "en";
    String zoneId = zone(japanese, dice);
    zone = zoneId == null ? SampleShop.ZONE : ZoneId.of(zoneId);
    contact =
        new Contact(
            MadeUpPeople.address(id), MadeUpPeople.name(id, language), language, zoneId, null);
    answer = dice.percent(70) ? Boolean.TRUE : dice.percent(60) ? Boolean.FALSE : null;
    List<String> left = new ArrayList<>(categories);
    likes = new ArrayList<>();
    for (int i = dice.between(2, 3); i > 0; i--) {
      String like = dice.pick(left);
      left.remove(like);
      likes.add(like);
    }
    devices = new ArrayList<>();
    for (int i = dice.between(1, 2); i > 0; i--) {
      devices.add(new VisitorId("v-" + number + "-" + i + "-" + dice.between(100_000, 999_999)));
    }
    boolean near = zone.equals(SampleShop.ZONE) && dice.percent(45);
    storePercent = near ? dice.between(20, 80) : 0;
    visitEveryDays = dice.percent(25) ? dice.between(6, 12) : dice.between(15, 60);
    teaEveryDays = dice.percent(75) ? dice.between(18, 60) : 0;
  }

  private static @Nullable String zone(boolean japanese, Dice dice) {
    if (dice.percent(3)) {
      return null;
    }
    if (dice.percent(japanese ? 97 : 50)) {
      return "Asia/Tokyo";
    }
    return dice.pick(
        List.of("Europe/London", "America/New_York", "Australia/Sydney", "Asia/Singapore"));
  }

  CustomerId id() {
    return id;
  }

  /** What an order on the site tells about its customer; of consent it does not. */
  Contact contact() {
    return contact;
  }

  ZoneId zone() {
    return zone;
  }

  /** How often an errand ends in the store instead of on the site, of a hundred times. */
  int storePercent() {
    return storePercent;
  }

  int visitEveryDays() {
    return visitEveryDays;
  }

  /** How long the tea lasts; 0 for somebody who does not buy it regularly. */
  int teaEveryDays() {
    return teaEveryDays;
  }

  boolean wantsAdvertising() {
    return Boolean.TRUE.equals(answer);
  }

  boolean isKnown() {
    return known;
  }

  VisitorId device(Dice dice) {
    return dice.percent(75) ? devices.getFirst() : devices.getLast();
  }

  Who signedIn(VisitorId device) {
    return new Who(id, device);
  }

  /**
   * What the shop gets to know when the person signs up.
   *
   * @param answered when the question about advertising was answered, if it was
   */
  Identified signUp(@Nullable VisitorId device, Instant at, Instant answered, String source) {
    known = true;
    Consent consent = answer == null ? null : new Consent(answer, answered, source, WORDING);
    return new Identified(id, device, at, with(consent));
  }

  Identified signIn(VisitorId device, Instant at) {
    return new Identified(id, device, at, Contact.NONE);
  }

  /** The person takes the yes back, or says it at last. */
  Identified answers(boolean advertising, Instant at) {
    Consent consent = new Consent(advertising, at, "my-page", WORDING);
    return new Identified(id, null, at, new Contact(null, null, null, null, consent));
  }

  private Contact with(@Nullable Consent consent) {
    return new Contact(
        contact.email(), contact.name(), contact.language(), contact.zone(), consent);
  }

  void owns(SampleItem item) {
    owned.add(item.family().code());
  }

  /** How much the person would like to have something of that family in that month. */
  double wish(SampleItem.Family family, int month) {
    double wish = likes.contains(family.category()) ? 5 : 1;
    if (family.seasonal()) {
      wish *= family.firstMonth() == month ? 5 : 2.5;
    }
    if (family.category().equals("ほうじ茶") && month >= 10) {
      wish *= 1.6;
    }
    if (family.usedUp()) {
      return wish;
    }
    return owned.contains(family.code()) ? wish * 0.15 : wish;
  }
}
