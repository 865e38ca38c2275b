package kikkake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceFormTest {
  @Test
  void readsWhatThePageSends() {
    assertThat(PreferenceForm.read("answer=refuse-all")).contains(new PreferenceForm.RefuseAll());
    assertThat(
            PreferenceForm.read(
                "answer=choices&kind=recommendation&kind=browse-follow-up&often=2&pause=12"))
        .contains(new PreferenceForm.Choices(Set.of("recommendation", "browse-follow-up"), 2, 12));
    assertThat(PreferenceForm.read("pause=no&often=shop&answer=choices"))
        .contains(new PreferenceForm.Choices(Set.of(), null, 0));
    assertThat(PreferenceForm.read("answer=choices&k%69nd=recommendation&often=1&pause=keep"))
        .contains(new PreferenceForm.Choices(Set.of("recommendation"), 1, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "answer",
        "answer=",
        "answer=other",
        "answer=refuse-all&answer=refuse-all",
        "answer=refuse-all&kind=recommendation",
        "answer=choices",
        "answer=choices&often=1",
        "answer=choices&pause=no",
        "answer=choices&often=4&pause=no",
        "answer=choices&often=1&often=2&pause=no",
        "answer=choices&often=1&pause=2",
        "answer=choices&often=1&pause=",
        "answer=choices&often=1&pause=no&kind=thank-you",
        "answer=choices&often=1&pause=no&kind=recommendation&kind=recommendation",
        "answer=choices&often=1&pause=no&extra=1",
        "answer=choices&often=1&pause=no&",
        "answer=choices&often=1&pause=%",
        "List-Unsubscribe=One-Click",
        "{\"answer\": \"choices\"}",
      })
  void whatThePageDoesNotSendIsNotRead(String body) {
    assertThat(PreferenceForm.read(body)).isEmpty();
  }

  @Test
  void aFormThatIsTooLongIsNotRead() {
    String form = "answer=choices&often=1&pause=no";

    assertThat(PreferenceForm.read(form)).isPresent();
    assertThat(PreferenceForm.read(form + "&kind=" + "x".repeat(2_000))).isEmpty();
  }
}
