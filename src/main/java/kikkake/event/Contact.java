package kikkake.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an event tells about a customer; absent fields leave what is known as it was.
 *
 * @param email the address to mail
 * @param name how mails address the customer
 * @param language BCP 47 tag, for example {@code ja} or {@code en-GB}
 * @param zone IANA time zone as the shop gave it, not checked: an unknown one falls back when used
 * @param consent the customer's answer to advertising mail, with its evidence
 */
public record Contact(
    @Nullable String email,
    @Nullable String name,
    @Nullable String language,
    @Nullable String zone,
    @Nullable Consent consent) {

  public static final Contact NONE = new Contact(null, null, null, null, null);

  /**
   * This contact with its consent dated {@code now} where it was dated later. A yes dated later is
   * left out where there is an answer already: told again and again, it would undo every no.
   */
  public Contact notAfter(Instant now, boolean answered) {
    if (consent == null || !consent.at().isAfter(now)) {
      return this;
    }
    Consent dated =
        consent.advertising() && answered
            ? null
            : new Consent(consent.advertising(), now, consent.source(), consent.wording());
    return new Contact(email, name, language, zone, dated);
  }

  public boolean isEmpty() {
    return equals(NONE);
  }
}
