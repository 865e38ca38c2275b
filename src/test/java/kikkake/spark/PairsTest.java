package kikkake.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PairsTest {
  private static List<List<Integer>> pairs(int... items) {
    List<List<Integer>> pairs = new ArrayList<>();
    new Pairs(items, 7)
        .forEachRemaining(pair -> {
          assertThat(pair._2()).isEqualTo(7);
          pairs.add(List.of(Pairs.one(pair._1()), Pairs.other(pair._1())));
        });
    return pairs;
  }

  @Test
  void givesEachPairOnceTheSmallerNumberFirst() {
    assertThat(pairs(0, 4, Integer.MAX_VALUE))
        .containsExactly(
            List.of(0, 4), List.of(0, Integer.MAX_VALUE), List.of(4, Integer.MAX_VALUE));
    assertThat(pairs(3)).isEmpty();
    assertThat(pairs()).isEmpty();
  }

  @Test
  void hardlyAnyTwoPairsHashToTheSame() {
    Set<Integer> hashes = new HashSet<>();
    for (int one = 0; one < 500; one++) {
      for (int other = one + 1; other < 500; other++) {
        hashes.add(Long.hashCode(Pairs.key(one, other)));
      }
    }

    assertThat(hashes).hasSizeGreaterThan(124_000);
  }
}
