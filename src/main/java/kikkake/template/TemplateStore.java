package kikkake.template;

import java.util.List;
import java.util.Optional;

/** The versions of the shop's mails, and what is published of them. */
public interface TemplateStore {
  /**
   * Saves a version, which then never changes.
   *
   * @param version numbered one above the version it was made of
   * @return false where somebody else saved that number meanwhile; then nothing was written
   */
  boolean save(TemplateVersion version);

  /** A saved version; empty where there is none of that number. */
  Optional<TemplateVersion> version(String kind, String language, int number);

  /** All saved versions of a mail, the oldest first. */
  List<TemplateVersion> versions(String kind, String language);

  Publications publications(String kind, String language);

  /**
   * Publishes a version, in one write; send functions use it from their next batch on.
   *
   * @param seen the publications on which the decision was made
   * @return false where somebody else published meanwhile; then nothing was written
   * @throws IllegalArgumentException where there is no such version
   */
  boolean publish(String kind, String language, Publication publication, Publications seen);
}
