package kikkake.mail;

import java.time.Instant;
import kikkake.customer.Profile;

/** Looks once more, at the moment of sending, whether a mail is still wanted and what is in it. */
public interface Composer {
  MailKind kind();

  /**
   * Decides on a mail that is about to go.
   *
   * @param language of the template, {@code ja} or {@code en}
   */
  Composition compose(PlannedMail mail, Profile profile, String language, Instant now);
}
