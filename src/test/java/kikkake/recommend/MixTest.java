package kikkake.recommend;

import static kikkake.TestData.item;
import static kikkake.TestData.items;
import static kikkake.recommend.Shopping.assertScore;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import kikkake.event.ItemId;
import org.junit.jupiter.api.Test;

class MixTest {
  private final Mix mix = new Mix();

  private static Mix of(String item, double score, String other, double otherScore) {
    Mix mix = new Mix();
    mix.add(item(item), score);
    mix.add(item(other), otherScore);
    return mix;
  }

  private List<ItemId> ranked() {
    return mix.best(10, item -> true);
  }

  @Test
  void whatSpeaksForAnItemAddsUp() {
    mix.add(item("tea"), 1);
    mix.add(item("pot"), 1.5);
    mix.add(item("tea"), 1);

    assertThat(ranked()).isEqualTo(items("tea", "pot"));
    assertScore(mix, "tea", 2);
  }

  @Test
  void ofEqualScoresTheItemIdDecides() {
    for (ItemId item : items("c", "a", "d", "b")) {
      mix.add(item, 1);
    }

    assertThat(ranked()).isEqualTo(items("a", "b", "c", "d"));
    assertThat(mix.best(2, item -> true)).isEqualTo(items("a", "b"));
  }

  @Test
  void onlyScoresAboveZeroAreRanked() {
    mix.add(item("tea"), 0);
    mix.add(item("pot"), -1);
    mix.add(item("cup"), 1e-12);

    assertThat(ranked()).isEqualTo(items("cup"));
  }

  @Test
  void onlyAllowedItemsAreRanked() {
    mix.add(item("tea"), 3);
    mix.add(item("pot"), 2);
    mix.add(item("cup"), 1);

    assertThat(mix.best(2, item -> !item.equals(item("tea")))).isEqualTo(items("pot", "cup"));
  }

  @Test
  void whoAsksForNoneGetsNone() {
    mix.add(item("tea"), 1);

    assertThat(mix.best(0, item -> true)).isEmpty();
  }

  @Test
  void scalesEachItemByItsFactor() {
    mix.add(item("tea"), 3);
    mix.add(item("pot"), 2);

    mix.scale(item -> item.equals(item("tea")) ? 0.5 : 1);

    assertThat(ranked()).isEqualTo(items("pot", "tea"));
    assertScore(mix, "tea", 1.5);
    assertScore(mix, "pot", 2);
  }

  @Test
  void theBestItemOfAnotherMixAddsTheWeightAndTheOthersTheirShare() {
    mix.add(item("tea"), 1);

    mix.add(of("pot", 8, "tea", 2), 0.4);
    mix.add(of("cup", 5, "pot", -1), 0.5);

    assertScore(mix, "tea", 1 + 0.4 * 2 / 8);
    assertScore(mix, "pot", 0.4 - 0.5 / 5);
    assertScore(mix, "cup", 0.5);
  }

  @Test
  void aMixWithoutAScoreAboveZeroOrWithoutWeightAddsNothing() {
    mix.add(item("tea"), 1);

    mix.add(of("pot", 0, "tea", -1), 1);
    mix.add(of("pot", 1, "tea", 1), 0);
    mix.add(new Mix(), 1);

    assertThat(ranked()).isEqualTo(items("tea"));
    assertScore(mix, "tea", 1);
  }

  @Test
  void theBestAreThoseThatAFullSortPutsFirst() {
    SplittableRandom chance = new SplittableRandom(17);
    for (int round = 0; round < 100; round++) {
      Map<ItemId, Double> scores = new HashMap<>();
      Mix random = new Mix();
      for (int i = 0; i < 60; i++) {
        ItemId item = item("i-" + chance.nextInt(80));
        double score = chance.nextInt(9) - 3;
        random.add(item, score);
        scores.merge(item, score, Double::sum);
      }
      List<ItemId> sorted =
          scores.entrySet().stream()
              .filter(entry -> entry.getValue() > 0)
              .sorted(
                  Map.Entry.<ItemId, Double>comparingByValue(Comparator.reverseOrder())
                      .thenComparing(Map.Entry.comparingByKey()))
              .map(Map.Entry::getKey)
              .toList();
      int most = 1 + chance.nextInt(40);

      assertThat(random.best(most, item -> true))
          .isEqualTo(sorted.subList(0, Math.min(most, sorted.size())));
    }
  }
}
