package kikkake.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import kikkake.customer.Profile;
import kikkake.event.AdvertisingKinds;
import kikkake.event.CustomerId;
import org.jspecify.annotations.Nullable;

/** Lets the holder of a signed token say which advertising mails are wanted, and how often. */
public final class Preferences {
  /** The version of the questions on the page; to be raised whenever they say something else. */
  static final String WORDING = "preferences-1";

  private final Tokens tokens;
  private final Wishes wishes;
  private final InstantSource clock;

  public Preferences(Tokens tokens, Wishes wishes, InstantSource clock) {
    this.tokens = tokens;
    this.wishes = wishes;
    this.clock = clock;
  }

  /** Whose token it is, and what is known of them; changes nothing. */
  public Optional<Profile> look(String token) {
    return tokens.verify(token).map(wishes::of);
  }

  /** Whether the token's customer was erased. */
  public boolean isErased(String token) {
    return tokens.verify(token).map(wishes::isErased).orElse(false);
  }

  /**
   * Does what the form says; again does no harm.
   *
   * @return what holds now; empty where the token is not ours, or its customer was erased
   */
  public Optional<Profile> act(String token, PreferenceForm form) {
    Instant now = clock.instant();
    Optional<CustomerId> customer = tokens.verify(token).filter(id -> !wishes.isErased(id));
    return customer.map(id ->
        wishes.change(
            id,
            now,
            profile ->
                switch (form) {
                  case PreferenceForm.RefuseAll refuse -> profile.refusing(Wishes.PAGE, now);
                  case PreferenceForm.Choices choices -> chosen(profile, choices, now);
                }));
  }

  private static Profile chosen(Profile profile, PreferenceForm.Choices choices, Instant now) {
    Profile chosen =
        profile.preferring(pausedUntil(profile, choices.pauseWeeks(), now), choices.mostPerWeek());
    for (String kind : AdvertisingKinds.ALL) {
      boolean wanted = choices.kinds().contains(kind);
      // A no to what nobody asked yet is a no as well: else a yes from before that is told late by
      // the shop would undo it.
      boolean unanswered = profile.consent() == null && profile.about(kind) == null;
      if (wanted != profile.wants(kind) || (unanswered && !wanted)) {
        chosen = chosen.answering(kind, wanted, Wishes.PAGE, WORDING, now);
      }
    }
    return chosen;
  }

  private static @Nullable Instant pausedUntil(
      Profile profile, @Nullable Integer weeks, Instant now) {
    if (weeks == null) {
      return profile.isPaused(now) ? profile.pausedUntil() : null;
    }
    if (weeks == 0) {
      return null;
    }
    // Times are kept in whole seconds; a pause may end a moment late, and not a moment early.
    Instant second = now.truncatedTo(ChronoUnit.SECONDS);
    Instant begin = second.equals(now) ? second : second.plusSeconds(1);
    return begin.plus(Duration.ofDays(7L * weeks));
  }
}
