package kikkake.customer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import kikkake.event.Consent;
import kikkake.event.Contact;
import kikkake.event.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * What the shop told about a customer.
 *
 * @param language BCP 47 tag
 * @param zone IANA time zone as given, perhaps unknown to us
 * @param consent the latest answer to advertising mail; null means never asked, which is a no
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
    Instant updatedAt,
    int version) {

  public Profile {
    updatedAt = updatedAt.truncatedTo(ChronoUnit.SECONDS);
  }

  /** A customer of whom nothing is known yet. */
  public static Profile unknown(CustomerId id) {
    return new Profile(id, null, null, null, null, null, Instant.EPOCH, 0);
  }

  public boolean wantsAdvertising() {
    return consent != null && consent.advertising();
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
    return new Profile(
            id,
            choose(newer, contact.email(), email),
            choose(newer, contact.name(), name),
            choose(newer, contact.language(), language),
            choose(newer, contact.zone(), zone),
            consent,
            newer ? at : updatedAt,
            version)
        .with(contact.consent());
  }

  /** This profile with an answer to advertising mail: the latest counts, and of two, the no. */
  public Profile with(@Nullable Consent answer) {
    boolean counts =
        answer != null
            && (consent == null
                || answer.at().isAfter(consent.at())
                || (answer.at().equals(consent.at()) && !answer.advertising()));
    return counts ? new Profile(id, email, name, language, zone, answer, updatedAt, version) : this;
  }

  /** This profile with a no to advertising that holds, whatever was said and however dated. */
  public Profile refusing(String source, Instant now) {
    Instant at = consent != null && consent.at().isAfter(now) ? consent.at() : now;
    return with(new Consent(false, at, source, null));
  }

  private static @Nullable String choose(
      boolean newer, @Nullable String told, @Nullable String known) {
    if (told == null) {
      return known;
    }
    return newer || known == null ? told : known;
  }
}
