package kikkake.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the command wants to be told before it reads anything. */
class EvaluateTest extends EvaluateRun {
  @Test
  void needsOneKindOfInput() throws IOException {
    String baskets = file("b.jsonl", BASKETS);
    assertThat(run("evaluate", "next-basket")).isEqualTo(2);
    assertThat(run("evaluate", "new-items", "--orders", file("o.csv", ORDERS))).isEqualTo(2);
    assertThat(run("evaluate", "complement", "--baskets", baskets, "--cut", "2011-01-01"))
        .isEqualTo(2);
    assertThat(run("evaluate", "next-view", "--sessions", baskets)).isEqualTo(2);
    assertThat(err.toString().lines())
        .hasSize(4)
        .allMatch(line -> line.startsWith("kikkake: ") && line.contains("--"));
  }

  @Test
  void refusesADateThatIsNone() throws IOException {
    String orders = file("o.csv", ORDERS);

    assertThat(run("evaluate", "next-basket", "--orders", orders, "--cut", "November"))
        .isEqualTo(2);
    assertRefused("--cut");
  }
}
