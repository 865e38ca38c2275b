package kikkake.local.world.variants;

import kikkake.local.world.Variation;
import kikkake.mail.Mailer;

/** A mail whose answer was lost counts as one that did not go. */
public final class DoubtIsNotSent implements Variation {
  @Override
  public String name() {
    return "IN_DOUBT counts as not sent";
  }

  @Override
  public Mailer mailer(Mailer mailer) {
    return mail ->
        switch (mailer.send(mail)) {
          case Mailer.Answer.Unknown unknown ->
              new Mailer.Answer.NotNow(Mailer.Hindrance.UNREACHABLE, unknown.reason());
          case Mailer.Answer answer -> answer;
        };
  }
}
