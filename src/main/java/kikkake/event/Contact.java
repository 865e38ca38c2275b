package kikkake.event;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an event tells about a customer; absent fields leave what is known as it was.
 *
 * @param email the address to mail
 * @param name how mails address the customer
 * @param language BCP 47 tag, for example {@code ja} or {@code en-GB}
 * @param zone IANA time zone as the shop gave it, not checked: an unknown one falls back when used
 * @param consent the customer's answer to all advertising mail, with its evidence
 * @param kinds answers about single kinds of it, at most one for each kind
 */
public record Contact(
    @Nullable String email,
    @Nullable String name,
    @Nullable String language,
    @Nullable String zone,
    @Nullable Consent consent,
    List<Consent> kinds) {

  public static final Contact NONE = new Contact(null, null, null, null, null);

  public Contact {
    kinds = List.copyOf(kinds);
  }

  /** Without answers about single kinds of mail. */
  public Contact(
      @Nullable String email,
      @Nullable String name,
      @Nullable String language,
      @Nullable String zone,
      @Nullable Consent consent) {
    this(email, name, language, zone, consent, List.of());
  }

  /**
   * This contact with its answers dated {@code now} where they were dated later. A yes dated later
   * is left out where there is an answer already: told again and again, it would undo every no.
   *
   * @param answered whether there is an answer that this one would replace or outweigh
   */
  public Contact notAfter(Instant now, Predicate<Consent> answered) {
    return new Contact(
        email,
        name,
        language,
        zone,
        consent == null ? null : dated(consent, now, answered),
        kinds.stream()
            .map(answer -> dated(answer, now, answered))
            .filter(Objects::nonNull)
            .toList());
  }

  private static @Nullable Consent dated(Consent answer, Instant now, Predicate<Consent> answered) {
    if (!answer.at().isAfter(now)) {
      return answer;
    }
    return answer.advertising() && answered.test(answer)
        ? null
        : new Consent(answer.advertising(), now, answer.source(), answer.wording(), answer.kind());
  }

  public boolean isEmpty() {
    return equals(NONE);
  }
}
