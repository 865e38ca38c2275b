package kikkake.mail;

import java.time.Instant;

/** Where the shop's switch is kept. */
public interface Switchboard {
  /** The switch at this moment, strongly consistent. */
  SendingSwitch read();

  /** Sets the mode and ends any pause. */
  void set(SendingSwitch.Mode mode, String why);

  /** Lets nothing out before {@code until}; a longer pause that is set already stays. */
  void pause(Instant until, String why);
}
