package kikkake.lint;

import ch.digitalfondue.mjml4j.Mjml4j;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Makes HTML of MJML; Mustache tags pass through it as they are. MJML runs where templates are
 * written, never where mails are sent.
 */
public final class MjmlCompiler {
  /** The parts that come with the product, and nothing else that a path may name. */
  private static final Pattern PART = Pattern.compile("(?:shared|ja|en)/_[a-z-]+\\.mjml");

  /** Spam filters count white words on a pale ground, even where nobody sees them. */
  private static final String WHITE_PREVIEW = "display:none;font-size:1px;color:#ffffff;";

  private static final String HIDDEN_PREVIEW = "display:none;font-size:1px;color:#000000;";

  /** Where the text of an included part comes from. */
  public interface Parts {
    String read(String path) throws IOException;
  }

  private final Parts parts;

  public MjmlCompiler(Parts parts) {
    this.parts = parts;
  }

  /** With the parts that come with the product. */
  public static MjmlCompiler builtIn() {
    return new MjmlCompiler(MjmlCompiler::builtInPart);
  }

  /**
   * Compiles one document.
   *
   * @param language of the mail, for its {@code lang} attribute
   */
  public String compile(String mjml, String language) {
    var includes = new Mjml4j.SimpleResourceResolver(parts::read);
    return Mjml4j.render(
            mjml, new Mjml4j.Configuration(language, Mjml4j.TextDirection.LTR, includes))
        .replace(WHITE_PREVIEW, HIDDEN_PREVIEW);
  }

  /**
   * The text of a part that a template may include.
   *
   * @throws IOException if there is none of that name
   */
  String part(String path) throws IOException {
    if (!PART.matcher(path).matches()) {
      throw new IOException("There is no part " + path + " to include");
    }
    return parts.read(path);
  }

  private static String builtInPart(String path) throws IOException {
    if (!PART.matcher(path).matches()) {
      throw new IOException("There is no part " + path + " to include");
    }
    try (InputStream in = MjmlCompiler.class.getResourceAsStream("/templates/" + path)) {
      if (in == null) {
        throw new IOException("There is no part " + path + " to include");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
