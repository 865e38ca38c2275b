package kikkake.template;

/**
 * A mail's content for one customer.
 *
 * @param subject one line, never blank
 * @param html the HTML part, a whole document
 * @param text the plain text part, which states the same facts
 */
public record RenderedMail(String subject, String html, String text) {

  public RenderedMail {
    if (subject.isBlank() || subject.indexOf('\r') >= 0 || subject.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("A subject must be one line that is not blank");
    }
  }
}
