package kikkake.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kikkake.lint.MjmlCompiler;

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
    MjmlCompiler compiler = new MjmlCompiler(path -> Files.readString(folder.resolve(path)));
    for (Path source : sources(folder)) {
      Path target = Path.of(source.toString().replaceFirst("\\.mjml$", ".html"));
      String language = source.getName(folder.getNameCount()).toString();
      Files.writeString(target, compiler.compile(Files.readString(source), language));
    }
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
