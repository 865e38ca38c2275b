package kikkake.mail;

import java.util.List;
import java.util.Optional;
import kikkake.template.Publication;

/** Where the shop's settings are kept: what holds, what was proposed, and what was published. */
public interface SettingsStore {
  /**
   * The settings now, or as they were less than a minute ago.
   *
   * @throws IllegalArgumentException where one of them is wrong; names it
   */
  Settings read();

  /** The settings now, with what was published before. */
  LiveSettings live();

  /**
   * Saves a version, which then never changes, and which nobody follows yet.
   *
   * @return false where there is one of that number; then nothing was written
   */
  boolean save(SettingsVersion version);

  /** A saved version; empty where there is none of that number. */
  Optional<SettingsVersion> version(int number);

  /** All saved versions, the oldest first. */
  List<SettingsVersion> versions();

  /**
   * Lets settings hold, in one write; functions follow them within a minute.
   *
   * @param seen what held when that was decided
   * @return false where somebody else changed it meanwhile; then nothing was written
   */
  boolean publish(Settings settings, Publication publication, LiveSettings seen);
}
