package kikkake.recommend;

import static kikkake.recommend.Shopping.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StrongestTest {
  private final ItemWeights drained = new ItemWeights(2);
  private final Strongest strongest = new Strongest(3);

  @Test
  void keepsTheGreatestAbsoluteValuesTheStrongestFirst() {
    strongest.offer(0, 0.1f);
    strongest.offer(1, -0.9f);
    strongest.offer(2, 0.5f);
    strongest.offer(3, -0.2f);
    strongest.offer(4, 0.7f);

    strongest.drainInto(drained, 0);

    assertThat(row(drained, 0))
        .containsExactly(Map.entry(1, -0.9f), Map.entry(4, 0.7f), Map.entry(2, 0.5f));
  }

  @Test
  void ofEqualValuesTheSmallerNumbersStayAndComeFirst() {
    strongest.offer(5, 0.5f);
    strongest.offer(3, -0.5f);
    strongest.offer(4, 0.5f);
    strongest.offer(1, 0.5f);
    strongest.offer(6, 0.5f);

    strongest.drainInto(drained, 0);

    assertThat(row(drained, 0))
        .containsExactly(Map.entry(1, 0.5f), Map.entry(3, -0.5f), Map.entry(4, 0.5f));
  }

  @Test
  void keepsAllWhereThereAreFewer() {
    strongest.offer(7, 0.25f);
    strongest.offer(8, 0.5f);

    strongest.drainInto(drained, 1);

    assertThat(row(drained, 1)).containsExactly(Map.entry(8, 0.5f), Map.entry(7, 0.25f));
  }

  @Test
  void beginsAnewAfterItWasDrained() {
    strongest.offer(1, 9);
    strongest.offer(2, 8);
    strongest.offer(3, 7);
    strongest.drainInto(drained, 0);
    strongest.offer(4, 1);
    strongest.drainInto(drained, 1);

    assertThat(row(drained, 0))
        .containsExactly(Map.entry(1, 9f), Map.entry(2, 8f), Map.entry(3, 7f));
    assertThat(row(drained, 1)).containsExactly(Map.entry(4, 1f));
    strongest.drainInto(drained, 1);
    assertThat(row(drained, 1)).isEmpty();
  }

  @Test
  void keepsWhatAFullSortWouldPutFirst() {
    SplittableRandom chance = new SplittableRandom(3);
    for (int round = 0; round < 100; round++) {
      Strongest kept = new Strongest(8);
      List<Map.Entry<Integer, Float>> all = new ArrayList<>();
      int size = chance.nextInt(40);
      for (int item = 0; item < size; item++) {
        float value = (chance.nextInt(21) - 10) / 8f;
        kept.offer(item, value);
        all.add(Map.entry(item, value));
      }
      all.sort(
          Comparator.comparingDouble(
                  (Map.Entry<Integer, Float> entry) -> -Math.abs(entry.getValue()))
              .thenComparing(Map.Entry.comparingByKey()));

      kept.drainInto(drained, 0);

      assertThat(row(drained, 0)).isEqualTo(all.subList(0, Math.min(8, size)));
    }
  }
}
