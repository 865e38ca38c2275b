package kikkake.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The pages for customers, among the resources; they share one style sheet. */
final class Pages {
  private Pages() {}

  /** A page by its name; values in it are escaped. */
  static Template load(String name) {
    return Mustache.compiler().withLoader(part -> new StringReader(read(part))).compile(read(name));
  }

  private static String read(String name) {
    String resource = "/pages/" + name + ".html";
    try (InputStream in = Pages.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The class path has no " + resource);
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      return reader.readAllAsString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
