package kikkake.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PublicationsTest {
  private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");

  @Test
  void beginsWithWhatComesWithTheProduct() {
    assertThat(Publications.NONE.liveVersion(NOON)).isZero();
    assertThat(Publications.NONE.toTry(NOON)).isEmpty();
    assertThat(Publications.NONE.previous(NOON)).isZero();
  }

  @Test
  void triesWhatWasGoodBeforeTheLatestFirst() {
    Publications published = published(1, 2, 3, 4);

    assertThat(published.liveVersion(NOON)).isEqualTo(4);
    assertThat(published.toTry(NOON)).containsExactly(4, 3, 2);
    assertThat(published.previous(NOON)).isEqualTo(3);
  }

  @Test
  void neverTriesWhatWasTakenBack() {
    Publications published = published(1, 2, 3, 2);

    assertThat(published.toTry(NOON)).containsExactly(2, 1);
    assertThat(published.previous(NOON)).isEqualTo(1);
  }

  @Test
  void whatWasTakenBackStaysAwayAfterItWasMended() {
    assertThat(published(1, 2, 3, 2, 4).toTry(NOON)).containsExactly(4, 2, 1);
    assertThat(published(1, 0, 2).toTry(NOON)).containsExactly(2);
    assertThat(published(1, 2, 3, 2).previous(NOON)).isEqualTo(1);
    assertThat(published(1, 0).previous(NOON)).isZero();
  }

  @Test
  void dropsWhatLiesAhead() {
    Publications published =
        published(1).with(new Publication(2, NOON.plusSeconds(60), "sato", ""));

    assertThat(published.withoutAhead(NOON).latestFirst()).containsExactly(at(1));
    assertThat(published.withoutAhead(NOON).made()).isEqualTo(2);
  }

  @Test
  void goesBackToWhatComesWithTheProduct() {
    Publications published = published(1, 0);

    assertThat(published.liveVersion(NOON)).isZero();
    assertThat(published.toTry(NOON)).isEmpty();
    assertThat(published(1).previous(NOON)).isZero();
  }

  @Test
  void waitsForWhatLiesAhead() {
    Instant later = NOON.plusSeconds(60);
    Publications published = published(1).with(new Publication(2, later, "sato", "spring"));

    assertThat(published.liveVersion(NOON)).isEqualTo(1);
    assertThat(published.ahead(NOON)).extracting(Publication::version).containsExactly(2);
    assertThat(published.liveVersion(later)).isEqualTo(2);
    assertThat(published.ahead(later)).isEmpty();
  }

  @Test
  void ofTwoFromTheSameSecondOnTheLastCounts() {
    Publications published =
        Publications.NONE
            .with(new Publication(1, NOON, "sato", ""))
            .with(new Publication(2, NOON.plusMillis(300), "sato", ""));

    assertThat(published.liveVersion(NOON)).isEqualTo(2);
  }

  @Test
  void remembersTheLatest() {
    Publications published = Publications.NONE;
    for (int version = 1; version <= Publications.MOST + 10; version++) {
      published = published.with(at(version));
    }

    assertThat(published.latestFirst()).hasSize(Publications.MOST);
    assertThat(published.made()).isEqualTo(Publications.MOST + 10);
    assertThat(published.liveVersion(NOON)).isEqualTo(Publications.MOST + 10);
  }

  @Test
  void takesOneLineOnly() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Publication(1, NOON, "sato\ttanaka", ""))
        .withMessage("by must be one line of at most 200 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Publication(1, NOON, "sato", "x".repeat(201)))
        .withMessage("note must be one line of at most 200 characters");
  }

  private static Publications published(int... versions) {
    Publications published = Publications.NONE;
    for (int version : versions) {
      published = published.with(at(version));
    }
    return published;
  }

  private static Publication at(int version) {
    return new Publication(version, NOON.minusSeconds(1), "sato", "");
  }
}
