package kikkake.studio;

import static kikkake.TestData.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import kikkake.studio.Review.Said;
import kikkake.studio.Review.Step;
import org.junit.jupiter.api.Test;

/** What every store of reviews does. */
abstract class ReviewsContract {
  private static final Step ASKED = new Step(Said.ASKED, "sato@shop.example", NOON, "");
  private static final Step APPROVED =
      new Step(Said.APPROVED, "ito@shop.example", NOON.plusSeconds(60), "よいと思います");

  private final Reviews reviews = store();

  abstract Reviews store();

  @Test
  void beginsWithNothing() {
    assertThat(reviews.of("settings", 1)).isEqualTo(Review.NONE);
    assertThat(reviews.all("settings")).isEmpty();
    assertThat(Review.NONE.waits() || Review.NONE.approved()).isFalse();
  }

  @Test
  void keepsWhatWasSaidInItsOrder() {
    assertThat(reviews.add("settings", 7, Review.NONE, ASKED)).isTrue();
    assertThat(reviews.of("settings", 7).waits()).isTrue();
    assertThat(reviews.add("settings", 7, reviews.of("settings", 7), APPROVED)).isTrue();

    assertThat(reviews.of("settings", 7).steps()).containsExactly(ASKED, APPROVED);
    assertThat(reviews.of("settings", 7).approved()).isTrue();
    assertThat(reviews.of("settings", 7).last()).contains(APPROVED);
  }

  @Test
  void ofTwoWhoAnswerAtOnceOneIsHeard() {
    reviews.add("settings", 7, Review.NONE, ASKED);
    Review seen = reviews.of("settings", 7);

    assertThat(reviews.add("settings", 7, Review.NONE, APPROVED)).isFalse();
    assertThat(reviews.add("settings", 7, seen, APPROVED)).isTrue();
    assertThat(reviews.add("settings", 7, seen, ASKED)).isFalse();
    assertThat(reviews.of("settings", 7).steps()).containsExactly(ASKED, APPROVED);
  }

  @Test
  void versionsAndSubjectsDoNotMeet() {
    reviews.add("settings", 7, Review.NONE, ASKED);
    reviews.add("settings", 8, Review.NONE, ASKED);
    reviews.add("thank-you/ja", 7, Review.NONE, APPROVED);

    assertThat(reviews.all("settings")).containsOnlyKeys(7, 8);
    assertThat(reviews.all("thank-you/ja")).containsOnlyKeys(7);
    assertThat(reviews.of("thank-you/ja", 7).approved()).isTrue();
    assertThat(reviews.of("thank-you/en", 7)).isEqualTo(Review.NONE);
  }

  @Test
  void takesOneLineOnly() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Step(Said.ASKED, "sato", NOON, "a\tb"))
        .withMessage("note must be one line of at most 200 characters");
  }
}
