package kikkake.gate;

import java.util.List;
import kikkake.mail.Composer;
import kikkake.mail.Gate;

/** Every gate, in the order in which they are asked. The first that does not say go decides. */
public final class Gates {
  private Gates() {}

  /**
   * The gates of a shop. What ends a mail for good is asked before what only delays it, and what
   * must never be got wrong before what is merely unwelcome. Whether there is anything in stock is
   * asked last, by the {@link Composer} that fills the mail.
   *
   * @param composers know whether their mail is still wanted
   */
  public static List<Gate> all(List<Composer> composers) {
    return List.of(
        new Switched(),
        new Erased(),
        new Suppressed(),
        new Consented(),
        new Holdout(),
        new ShelfLife(),
        new Wanted(composers),
        new QuietHoursGate(),
        new Caps(),
        new Priority());
  }
}
