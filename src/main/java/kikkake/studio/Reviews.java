package kikkake.studio;

import java.util.Map;

/** What people said of versions. */
public interface Reviews {
  /**
   * What was said of one version.
   *
   * @param subject a mail like {@code thank-you/ja}, or {@code settings}
   */
  Review of(String subject, int version);

  /** What was said of each version of which anything was said. */
  Map<Integer, Review> all(String subject);

  /**
   * Says one thing more.
   *
   * @param seen what was said when that was decided
   * @return false where somebody else said something meanwhile; then nothing was written
   */
  boolean add(String subject, int version, Review seen, Review.Step step);
}
