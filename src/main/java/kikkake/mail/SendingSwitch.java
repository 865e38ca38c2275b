package kikkake.mail;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether mail goes out at all.
 *
 * @param pausedUntil nothing goes before; null where nothing is paused
 * @param why the pause or the stop, in a word or two; null where nobody said
 */
public record SendingSwitch(Mode mode, @Nullable Instant pausedUntil, @Nullable String why) {
  /** What happens to mails that are due. */
  public enum Mode {
    ON,
    /** All is decided and written down, and nothing is handed over. */
    DRY_RUN,
    /** Everything waits until somebody switches it on again. */
    OFF;

    /** As people write it: {@code on}, {@code dry-run}, {@code off}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The mode of that name.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static Mode of(String label) {
      return Arrays.stream(values())
          .filter(mode -> mode.label().equals(label))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("must be on, dry-run or off"));
    }
  }

  /** As it is where nobody touched it. */
  public static final SendingSwitch ON = new SendingSwitch(Mode.ON, null, null);

  boolean isPaused(Instant now) {
    return pausedUntil != null && now.isBefore(pausedUntil);
  }
}
