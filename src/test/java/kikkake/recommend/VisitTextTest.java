package kikkake.recommend;

import static kikkake.TestData.AWKWARD_ID;
import static kikkake.TestData.NOON;
import static kikkake.TestData.item;
import static kikkake.TestData.items;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kikkake.event.ItemId;
import org.junit.jupiter.api.Test;

class VisitTextTest {
  private static final long NOW = NOON.toEpochMilli();

  @Test
  void readsBackVisitsInTheirOrderAndTheCountsOfTheirItems() {
    List<Visit> visits =
        List.of(
            new Visit(NOW, items("tea", AWKWARD_ID)),
            new Visit(NOW - 1, items("cup", "tea")),
            new Visit(NOW - 90_000_000_000L, items(AWKWARD_ID, "tea", "pot")));
    Map<ItemId, Integer> counts =
        Map.of(item("tea"), 3_000_000, item(AWKWARD_ID), 2, item("cup"), 1, item("pot"), 7);
    Map<ItemId, Integer> read = new HashMap<>();

    String text = VisitText.of(visits, counts);

    assertThat(VisitText.read(text, read)).isEqualTo(visits);
    assertThat(read).isEqualTo(counts);
  }

  @Test
  void anItemIsWrittenOnceAndANumberByWhatItDiffers() {
    String text =
        VisitText.of(
            List.of(new Visit(72, items("tea", "cup")), new Visit(36, items("cup", "tea"))),
            Map.of(item("tea"), 2, item("cup"), 5));

    assertThat(text).isEqualTo("2 tea\n5 cup\n\n20 0 1\n10 1 0\n");
  }
}
