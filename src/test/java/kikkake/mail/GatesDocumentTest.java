package kikkake.mail;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/gates.md} and the code know the same reasons, and a clerk can read each. */
class GatesDocumentTest {
  private static final Set<String> LABELS =
      Arrays.stream(Reason.values()).map(Reason::label).collect(toSet());

  /** A line of the table of gates; its last cell names the reasons. */
  private static final Pattern GATE = Pattern.compile("(?m)^\\| \\d.*\\|([^|]+)\\|$");

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @ParameterizedTest
  @EnumSource
  void everyReasonIsInTheDocument(Reason reason) throws IOException {
    assertThat(codes(gates())).contains(reason.label());
  }

  @Test
  void everyReasonInTheTableOfGatesExists() throws IOException {
    Set<String> told =
        GATE.matcher(gates())
            .results()
            .map(m -> m.group(1))
            .flatMap(GatesDocumentTest::codesOf)
            .collect(toSet());

    assertThat(told).hasSizeGreaterThan(20);
    assertThat(LABELS).containsAll(told);
  }

  private static String gates() throws IOException {
    return Files.readString(Path.of("docs/gates.md"));
  }

  private static Set<String> codes(String text) {
    return codesOf(text).collect(toSet());
  }

  private static Stream<String> codesOf(String text) {
    Matcher code = CODE.matcher(text);
    return code.results().map(found -> found.group(1));
  }
}
