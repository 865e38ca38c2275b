package kikkake.mail;

<<<<<<< HEAD
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
=======
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
>>>>>>> s3-e
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

<<<<<<< HEAD
class ReasonTest {
  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReasonHasWordsInBothLanguages(Reason reason) {
    assertThat(reason.text(false)).isNotBlank().matches("[ -~]+");
    assertThat(reason.text(true)).isNotBlank().matches(".*[ぁ-んァ-ヶ一-龠].*");
    assertThat(Reason.text(reason.label(), false)).isEqualTo(reason.text(false));
    assertThat(Reason.text(reason.label(), true)).isEqualTo(reason.text(true));
  }

  @Test
  void everyReasonHasACodeAndWordsOfItsOwn() {
    Reason[] all = Reason.values();

    assertThat(all)
        .extracting(Reason::label)
        .doesNotHaveDuplicates()
        .allMatch(label -> label.matches("[a-z]+(-[a-z]+)*"))
        .noneMatch(label -> label.startsWith("ses-") && !label.equals("ses-event"));
    assertThat(Arrays.stream(all).map(reason -> reason.text(false))).doesNotHaveDuplicates();
    assertThat(Arrays.stream(all).map(reason -> reason.text(true))).doesNotHaveDuplicates();
  }

  @Test
  void codesOfSesStandForThemselves() {
    assertThat(Reason.text("ses-TooManyRequests", false)).isEqualTo("SES answered TooManyRequests");
    assertThat(Reason.text("ses-TooManyRequests", true)).isEqualTo("SES の応答：TooManyRequests");
  }

  @Test
  void aCodeOfANewerVersionIsShownAsItIs() {
    assertThat(Reason.text("full-moon", true)).isEqualTo("full-moon");
=======
/** {@code docs/gates.md} and the code know the same reasons, and a clerk can read each. */
class ReasonTest {
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
            .flatMap(ReasonTest::codesOf)
            .collect(toSet());

    assertThat(told).hasSizeGreaterThan(20);
    assertThat(LABELS).containsAll(told);
  }

  @Test
  void noTwoReasonsShareALabel() {
    assertThat(LABELS).hasSameSizeAs(Reason.values());
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonHasItsWordsInBothLanguages(Reason reason) {
    assertThat(reason.text(true)).matches(".*[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}].*");
    assertThat(reason.text(false)).matches("[A-Za-z][ -~]{5,}").isNotEqualTo(reason.label());
    assertThat(Reason.text(reason.label(), true)).isEqualTo(reason.text(true));
    assertThat(Reason.text(reason.label(), false)).isEqualTo(reason.text(false));
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
>>>>>>> s3-e
  }
}
