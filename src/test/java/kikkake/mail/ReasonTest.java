package kikkake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
  }
}
