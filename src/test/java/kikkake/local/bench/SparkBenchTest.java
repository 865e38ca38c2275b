package kikkake.local.bench;

import static kikkake.TestData.item;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import kikkake.event.ItemId;
import kikkake.local.Main;
import kikkake.recommend.ItemLists;
import kikkake.recommend.Neighbour;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The same lists by one process and by Spark. */
class SparkBenchTest {
  private static final List<Neighbour> CUP = List.of(new Neighbour(item("cup"), 0.5));
  private static final List<Neighbour> POT = List.of(new Neighbour(item("pot"), 0.5));

  private static String run(String... args) {
    StringWriter out = new StringWriter();
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    assertThat(commandLine.execute(args)).isZero();
    return out.toString();
  }

  @Test
  void bothMakeTheListsOfAMadeUpShop() {
    assertThat(run("bench", "rebuild", "6000", "--spark"))
        .contains("customers, recall@10")
        .containsPattern("lists [0-9.]+ s beside [0-9.]+ s in process")
        .containsPattern("; 0 of [1-9],[0-9]{3} lists differ");
  }

  @Test
  void sparkRunsOnlyWhereItIsAskedFor() {
    assertThat(run("bench", "rebuild", "1000")).contains("choosing s").doesNotContain("Spark");
  }

  @Test
  void countsEveryListThatDiffers() {
    Map<ItemId, ItemLists.Row> expected =
        Map.of(
            item("tea"), new ItemLists.Row(CUP, POT),
            item("cup"), new ItemLists.Row(POT, POT),
            item("alone"), new ItemLists.Row(List.of(), List.of()));

    assertThat(SparkBench.differing(expected, expected)).isZero();
    assertThat(
            SparkBench.differing(
                expected,
                Map.of(
                    item("tea"), new ItemLists.Row(CUP, CUP),
                    item("other"), new ItemLists.Row(CUP, List.of()))))
        .as("tea's one, both of the cup, and one of the other")
        .isEqualTo(4);
  }
}
