package kikkake.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kikkake.lint.MjmlCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompileTemplatesTest {
  private static final Path SOURCES = Path.of("src/main/resources/templates");
  private static final Pattern INCLUDE = Pattern.compile("<mj-include path=\"([^\"]+)\" />");
  private static final Pattern TAG = Pattern.compile("\\{\\{[^}]*}}");

  @ParameterizedTest
  @ValueSource(strings = {"thank-you", "recommendation", "browse-follow-up"})
  void keepsEveryMustacheTagOfTheBody(String kind) {
    for (String language : List.of("ja", "en")) {
      String mjml = read(SOURCES.resolve(language).resolve(kind + ".mjml"));
      String whole = INCLUDE.matcher(mjml).replaceAll(CompileTemplatesTest::included);

      String html = MjmlCompiler.builtIn().compile(mjml, language);

      assertThat(tags(html.substring(html.indexOf("<body"))))
          .filteredOn(tag -> !List.of("{{subject}}", "{{preview}}").contains(tag))
          .containsExactlyInAnyOrderElementsOf(tags(whole.substring(whole.indexOf("<mj-body"))));
      assertThat(html).doesNotContain("<mj-").contains("lang=\"" + language + "\"");
    }
  }

  @Test
  void writesTheHtmlBesideItsSourceAndLeavesIncludesOut(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("ja"));
    Files.writeString(folder.resolve("ja/_part.mjml"), "<mj-text>{{name}} 様</mj-text>");
    Files.writeString(
        folder.resolve("ja/mail.mjml"),
        """
        <mjml><mj-body><mj-section><mj-column>
          <mj-include path="ja/_part.mjml" />
        </mj-column></mj-section></mj-body></mjml>
        """);

    CompileTemplates.main(new String[] {folder.toString()});

    assertThat(read(folder.resolve("ja/mail.html"))).contains("lang=\"ja\"", "{{name}} 様");
    assertThat(folder.resolve("ja/_part.html")).doesNotExist();
  }

  private static List<String> tags(String text) {
    return TAG.matcher(text).results().map(MatchResult::group).toList();
  }

  private static String included(MatchResult include) {
    return read(SOURCES.resolve(include.group(1))).replace("\\", "\\\\").replace("$", "\\$");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
