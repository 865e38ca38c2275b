package kikkake.studio;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import kikkake.template.TemplateSource;

/** The sources of the mails that come with the product: where a marketer begins. */
public final class BuiltInSources {
  private BuiltInSources() {}

  /**
   * One of them.
   *
   * @throws IllegalArgumentException if there is no such mail
   */
  public static TemplateSource of(String kind, String language) {
    String path = "/templates/" + language + "/" + kind;
    Properties head = new Properties();
    try {
      head.load(new StringReader(read(path + ".properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TemplateSource(
        kind,
        language,
        head.getProperty("subject"),
        head.getProperty("preview"),
        read(path + ".mjml"),
        read(path + ".txt"));
  }

  private static String read(String path) {
    try (InputStream in = BuiltInSources.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("No mail comes with the product as " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
