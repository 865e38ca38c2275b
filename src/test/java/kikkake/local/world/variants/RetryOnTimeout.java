package kikkake.local.world.variants;

import kikkake.local.world.Variation;
import kikkake.mail.Mailer;

/** A mail whose answer was lost is handed over at once again. */
public final class RetryOnTimeout implements Variation {
  @Override
  public String name() {
    return "a lost answer is tried again";
  }

  @Override
  public Mailer mailer(Mailer mailer) {
    return mail -> {
      Mailer.Answer answer = mailer.send(mail);
      return answer instanceof Mailer.Answer.Unknown ? mailer.send(mail) : answer;
    };
  }
}
