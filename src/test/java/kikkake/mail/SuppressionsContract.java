package kikkake.mail;

import static kikkake.TestData.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every store of suppressed addresses does. */
abstract class SuppressionsContract {
  private final Suppressions suppressions = suppressions();

  abstract Suppressions suppressions();

  @Test
  void containsWhatWasAdded() {
    assertThat(suppressions.contains("anna@example.jp")).isFalse();

    suppressions.add("anna@example.jp", "bounced", NOON);
    suppressions.add("anna@example.jp", "complained", NOON.plusSeconds(1));

    assertThat(suppressions.contains("anna@example.jp")).isTrue();
    assertThat(suppressions.contains("ben@example.jp")).isFalse();
  }

  @Test
  void doesNotCareForCapitalsAndSpacesAround() {
    suppressions.add(" Anna@Example.JP", "bounced", NOON);

    assertThat(suppressions.contains("anna@example.jp")).isTrue();
    assertThat(suppressions.contains("ANNA@example.jp ")).isTrue();
  }
}
