package kikkake.mail;

import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import kikkake.template.Publication;

/** How settings come to hold: proposed, published, taken back. Who may is for others to ask. */
public final class SettingsChanges {
  private static final int MOST_TRIES = 20;

  private final SettingsStore store;

  public SettingsChanges(SettingsStore store) {
    this.store = store;
  }

  /** Who changes something, when and why. */
  public record Hand(String by, Instant at, String note) {}

  /**
   * Saves settings as the next version. Where two people do so at once, each gets a number.
   *
   * @param live what holds, and what the proposal was made of
   */
  public SettingsVersion propose(Settings wanted, LiveSettings live, Hand hand) {
    List<SettingsVersion> known = store.versions();
    int next = known.isEmpty() ? 1 : known.getLast().number() + 1;
    IntFunction<SettingsVersion> version =
        number ->
            new SettingsVersion(number, wanted, live.settings(), hand.by(), hand.at(), hand.note());
    for (int number = next; number < next + MOST_TRIES; number++) {
      if (store.save(version.apply(number))) {
        return version.apply(number);
      }
    }
    throw new IllegalStateException("No free number for the settings from " + next + " on");
  }

  /**
   * Lets a version hold, unless other settings hold meanwhile than those it was made of.
   *
   * @param live what holds
   * @return false where it does not fit, or somebody else was faster; then nothing was written
   */
  public boolean publish(SettingsVersion version, LiveSettings live, Hand hand) {
    return version.fits(live.settings())
        && store.publish(version.settings(), publication(version.number(), live, hand), live);
  }

  /**
   * Goes back to the settings before.
   *
   * @param live what holds
   * @return false where somebody else was faster; then nothing was written
   * @throws IllegalArgumentException where there is nothing to go back to
   */
  public boolean goBack(LiveSettings live, Hand hand) {
    return store.publish(before(live), publication(live.previous(), live, hand), live);
  }

  /** What going back leads to. */
  public Settings before(LiveSettings live) {
    int previous = live.previous();
    return previous == 0 ? existing(live.version()).madeOf() : existing(previous).settings();
  }

  /**
   * Lets settings hold at once, without asking anybody.
   *
   * @param live what holds
   * @return false where somebody else was faster; then they are a proposal
   */
  public boolean change(Settings wanted, LiveSettings live, Hand hand) {
    return wanted.equals(live.settings()) || publish(propose(wanted, live, hand), live, hand);
  }

  private SettingsVersion existing(int number) {
    return store
        .version(number)
        .orElseThrow(
            () -> new IllegalArgumentException("There are no settings of version " + number));
  }

  /** Clocks differ; the one published last counts, so none is earlier than the one before. */
  private static Publication publication(int version, LiveSettings live, Hand hand) {
    Instant last =
        live.published().latestFirst().stream()
            .findFirst()
            .map(Publication::from)
            .orElse(Instant.EPOCH);
    Instant from = hand.at().isBefore(last) ? last : hand.at();
    return new Publication(version, from, hand.by(), hand.note());
  }
}
