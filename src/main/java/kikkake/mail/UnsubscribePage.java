package kikkake.mail;

import com.samskivert.mustache.Template;
import java.util.Map;

/** The page on which a customer refuses advertising mail, in Japanese or English. */
public final class UnsubscribePage {
  private final Template template;
  private final String shopName;

  public UnsubscribePage(String shopName) {
    this.shopName = shopName;
    this.template = Pages.load("unsubscribe");
  }

  /**
   * Asks whether to unsubscribe.
   *
   * @param language a BCP 47 tag or an {@code Accept-Language} header; the first one counts
   */
  public String ask(String language) {
    return page("ask", language);
  }

  /** Says that it is done. */
  public String done(String language) {
    return page("done", language);
  }

  /** Says that the link is not one of ours. */
  public String unknown(String language) {
    return page("unknown", language);
  }

  private String page(String what, String language) {
    boolean japanese = language.startsWith("ja");
    return template.execute(Map.of("shop", shopName, "ja", japanese, "en", !japanese, what, true));
  }
}
