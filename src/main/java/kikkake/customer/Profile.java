package kikkake.customer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kikkake.event.AdvertisingKinds;
import kikkake.event.Consent;
import kikkake.event.Contact;
import kikkake.event.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * What the shop and the customer told about a customer.
 *
 * @param language BCP 47 tag
 * @param zone IANA time zone as given, perhaps unknown to us
 * @param consent the latest answer to all advertising mail; null means never asked, which is a no
 * @param kinds the latest answers about single kinds of advertising mail, in the order of the kinds
 * @param pausedUntil advertising waits until then; null means it does not wait
 * @param mostPerWeek how many advertising mails a week at most; null leaves it to the shop
 * @param updatedAt when the latest contact details were true, in whole seconds
 * @param version counts the writes; 0 is a customer of whom nothing is stored
 */
public record Profile(
    CustomerId id,
    @Nullable String email,
    @Nullable String name,
    @Nullable String language,
    @Nullable String zone,
    @Nullable Consent consent,
    List<Consent> kinds,
    @Nullable Instant pausedUntil,
    @Nullable Integer mostPerWeek,
    Instant updatedAt,
    int version) {

  public Profile {
    kinds = kinds.stream().sorted(Comparator.comparing(Profile::kindOf)).toList();
    pausedUntil = pausedUntil == null ? null : pausedUntil.truncatedTo(ChronoUnit.SECONDS);
    updatedAt = updatedAt.truncatedTo(ChronoUnit.SECONDS);
    if (mostPerWeek != null && mostPerWeek < 1) {
      throw new IllegalArgumentException("the most mails a week must be 1 or more");
    }
  }

  /** A customer who answered about no single kind of mail and set no preferences. */
  public Profile(
      CustomerId id,
      @Nullable String email,
      @Nullable String name,
      @Nullable String language,
      @Nullable String zone,
      @Nullable Consent consent,
      Instant updatedAt,
      int version) {
    this(id, email, name, language, zone, consent, List.of(), null, null, updatedAt, version);
  }

  /** A customer of whom nothing is known yet. */
  public static Profile unknown(CustomerId id) {
    return new Profile(id, null, null, null, null, null, Instant.EPOCH, 0);
  }

  private static String kindOf(Consent answer) {
    String kind = answer.kind();
    if (kind == null) {
      throw new IllegalArgumentException("an answer to all advertising is none about one kind");
    }
    return kind;
  }

  /** Whether any advertising mail is wanted; {@link #wants} says which. */
  public boolean wantsAdvertising() {
    return AdvertisingKinds.ALL.stream().anyMatch(this::wants);
  }

  /**
   * Whether advertising mail of this kind is wanted. The latest of the answers about the kind and
   * to all advertising counts, and of two at the same time the no.
   *
   * @param kind its name, as in {@link AdvertisingKinds}
   */
  public boolean wants(String kind) {
    Consent counts = about(kind);
    if (consent != null && consent.outweighs(counts)) {
      counts = consent;
    }
    return counts != null && counts.advertising();
  }

  /** Whether the customer asked advertising to wait beyond {@code now}. */
  public boolean isPaused(Instant now) {
    return pausedUntil != null && pausedUntil.isAfter(now);
  }

  /** The latest answer about that kind only; null where there is none. */
  public @Nullable Consent about(String kind) {
    return kinds.stream().filter(answer -> kind.equals(answer.kind())).findFirst().orElse(null);
  }

  /** Whether there is an answer that this one would replace or outweigh. */
  public boolean hasAnswered(Consent answer) {
    String kind = answer.kind();
    return consent != null || (kind == null ? !kinds.isEmpty() : about(kind) != null);
  }

  /** The customer's zone, or {@code otherwise} where there is none or nobody knows it. */
  public ZoneId zoneOr(ZoneId otherwise) {
    if (zone == null) {
      return otherwise;
    }
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      return otherwise;
    }
  }

  /**
   * This profile with what an event tells; an event older than what is known only fills gaps.
   *
   * @param at when it was true
   */
  public Profile with(Contact contact, Instant at) {
    boolean newer = !at.isBefore(updatedAt);
    Profile profile =
        new Profile(
                id,
                choose(newer, contact.email(), email),
                choose(newer, contact.name(), name),
                choose(newer, contact.language(), language),
                choose(newer, contact.zone(), zone),
                consent,
                kinds,
                pausedUntil,
                mostPerWeek,
                newer ? at : updatedAt,
                version)
            .with(contact.consent());
    for (Consent answer : contact.kinds()) {
      profile = profile.with(answer);
    }
    return profile;
  }

  /** This profile with an answer, where that counts against the known one about the same. */
  public Profile with(@Nullable Consent answer) {
    if (answer == null) {
      return this;
    }
    String kind = answer.kind();
    if (!answer.outweighs(kind == null ? consent : about(kind))) {
      return this;
    }
    return kind == null ? answered(answer, kinds) : answered(consent, replaced(kind, answer));
  }

  private List<Consent> replaced(String kind, Consent answer) {
    List<Consent> answers = new ArrayList<>(kinds);
    answers.removeIf(known -> kind.equals(known.kind()));
    answers.add(answer);
    return answers;
  }

  private Profile answered(@Nullable Consent all, List<Consent> single) {
    return new Profile(
        id, email, name, language, zone, all, single, pausedUntil, mostPerWeek, updatedAt, version);
  }

  /** This profile with a no to all advertising that holds, whatever was said and however dated. */
  public Profile refusing(String source, Instant now) {
    Instant last = lastAnswer();
    return with(new Consent(false, last.isAfter(now) ? last : now, source, null));
  }

  /**
   * This profile with an answer about one kind that holds against all that was said before.
   *
   * @param wording which version of the question was shown
   */
  public Profile answering(String kind, boolean yes, String source, String wording, Instant now) {
    Instant last = lastAnswer();
    Instant holds = yes ? last.plusSeconds(1) : last; // Of two at the same time the no counts.
    return with(new Consent(yes, holds.isAfter(now) ? holds : now, source, wording, kind));
  }

  /** This profile with other preferences; null as in the profile. */
  public Profile preferring(@Nullable Instant paused, @Nullable Integer most) {
    return new Profile(
        id, email, name, language, zone, consent, kinds, paused, most, updatedAt, version);
  }

  /** This profile as the given write of it. */
  Profile version(int next) {
    return new Profile(
        id, email, name, language, zone, consent, kinds, pausedUntil, mostPerWeek, updatedAt, next);
  }

  private Instant lastAnswer() {
    return Stream.concat(Stream.ofNullable(consent), kinds.stream())
        .map(Consent::at)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private static @Nullable String choose(
      boolean newer, @Nullable String told, @Nullable String known) {
    if (told == null) {
      return known;
    }
    return newer || known == null ? told : known;
  }
}
