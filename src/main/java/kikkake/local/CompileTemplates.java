package kikkake.local;

import ch.digitalfondue.mjml4j.Mjml4j;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compiles the built-in mail templates from MJML to HTML; the build runs it before the tests.
 *
 * <p>Takes one argument, the folder with one folder per language: {@code ja/thank-you.mjml} becomes
 * {@code ja/thank-you.html} beside it. A file whose name starts with an underscore is only there to
 * be included by others.
 */
public final class CompileTemplates {
  private CompileTemplates() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("Usage: CompileTemplates <folder of templates>");
    }
    Path folder = Path.of(args[0]).toAbsolutePath().normalize();
    for (Path source : sources(folder)) {
      Path target = Path.of(source.toString().replaceFirst("\\.mjml$", ".html"));
      String language = source.getName(folder.getNameCount()).toString();
      Files.writeString(target, compile(folder, Files.readString(source), language));
    }
  }

  /**
   * Compiles one MJML document; Mustache tags pass through it as they are.
   *
   * @param folder where includes are looked for, as paths from this folder
   */
  static String compile(Path folder, String mjml, String language) {
    var includes =
        new Mjml4j.SimpleResourceResolver(path -> Files.readString(folder.resolve(path)));
    return Mjml4j.render(
        mjml, new Mjml4j.Configuration(language, Mjml4j.TextDirection.LTR, includes));
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".mjml"))
          .filter(file -> !file.getFileName().toString().startsWith("_"))
          .sorted()
          .collect(Collectors.toList());
    }
  }
}
