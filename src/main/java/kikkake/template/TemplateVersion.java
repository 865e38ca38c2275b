package kikkake.template;

import java.time.Instant;

/**
 * A saved version of a mail; it never changes.
 *
 * @param number from 1; 0 is what comes with the product
 * @param html compiled from the source's MJML when it was saved
 * @param author who saved it, one line
 * @param note why, one line, may be empty
 */
public record TemplateVersion(
    int number, TemplateSource source, String html, String author, Instant at, String note) {
  /** Ready to be rendered. */
  public Template template() {
    return source.compiled(Integer.toString(number), html);
  }
}
