package kikkake.mail;

import java.time.Instant;
import kikkake.template.Publications;

/**
 * The settings that hold, and how they came to.
 *
 * @param published by their versions' numbers; 0 stands for what held before the first one
 */
public record LiveSettings(Settings settings, Publications published) {
  /** Settings are never published for later, so every publication counts at once. */
  private static final Instant ALWAYS = Instant.MAX;

  /** Which version holds; 0 for what held before any was published. */
  public int version() {
    return published.liveVersion(ALWAYS);
  }

  /** The version to go back to; 0 for what held before the one that holds was proposed. */
  public int previous() {
    return published.previous(ALWAYS);
  }
}
