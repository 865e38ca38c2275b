package kikkake.template;

import java.util.List;

/** The templates that count at one moment. */
public interface Templates {
  /**
   * What to render a mail with: the published version first, then those that were good before it,
   * and the one that comes with the product last.
   *
   * @param kind {@code thank-you}, {@code recommendation} or {@code browse-follow-up}
   * @param languageTag a BCP 47 tag, for example {@code ja-JP}; anything else reads as unknown
   * @throws IllegalArgumentException if there is no such mail
   */
  List<Template> find(String kind, String languageTag);
}
