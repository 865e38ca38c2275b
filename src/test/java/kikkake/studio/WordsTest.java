package kikkake.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the pages can say, they can say in both languages. */
class WordsTest {
  private static final Words JAPANESE = in("ja");
  private static final Words ENGLISH = in("en");

  private static Words in(String language) {
    return Words.of(
        new Ask(
            "GET",
            "/studio",
            Map.of(),
            Map.of("accept-language", language),
            Map.of(),
            Bytes.of(""),
            null));
  }

  @Test
  void bothLanguagesHaveTheSameWords() {
    Set<String> english = new TreeSet<>(ENGLISH.all().keySet());
    english.removeIf(name -> name.endsWith("-one")); // Japanese has no singular.

    assertThat(JAPANESE.all().keySet()).isEqualTo(english);
    assertThat(JAPANESE.all().values()).noneMatch(String::isBlank);
    assertThat(ENGLISH.all().values()).noneMatch(String::isBlank);
  }

  @ParameterizedTest
  @EnumSource(Refused.Why.class)
  void everyRefusalIsExplained(Refused.Why why) {
    assertThat(JAPANESE.say(new Refused(400, why))).isNotBlank();
    assertThat(ENGLISH.say(new Refused(400, why))).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(Review.Said.class)
  void everyStepHasItsWords(Review.Said said) {
    String name = said.name().toLowerCase(Locale.ROOT);
    for (String prefix : new String[] {"review-", "step-", "done-", "settings-did-"}) {
      assertThat(JAPANESE.say(prefix + name)).isNotBlank();
    }
  }
}
