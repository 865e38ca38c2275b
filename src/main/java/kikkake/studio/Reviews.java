package kikkake.studio;

import java.util.Map;

/** Where it is kept what people said of versions. */
public interface Reviews {
  /**
   * What was said of one version.
   *
   * @param subject a mail such as {@code thank-you/ja}, or {@code settings}
   */
  Review of(String subject, int version);

  /** What was said of all versions of which anything was said, by version. */
  Map<Integer, Review> all(String subject);

  /**
   * Adds what somebody says, in one write.
   *
   * @param seen what was said before
   * @return false where somebody else said something meanwhile; then nothing was written
   */
  boolean add(String subject, int version, Review seen, Review.Step step);
}
