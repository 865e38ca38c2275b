package kikkake.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol on the shop's events: what those buy who looked around. */
class EvaluateRetargetTest extends EvaluateRun {
  private static final String ANNA = "\"userId\":\"anna\"";
  private static final String VISITOR = "\"anonymousId\":\"v1\"";

  private static final String EVENTS =
      browsed("Product Viewed", VISITOR, "tea", "2026-05-01T10:00:00Z")
          + browsed("Product Added", ANNA + "," + VISITOR, "cup", "2026-05-01T10:01:00Z")
          + browsed("Product Viewed", "\"userId\":\"ben\"", "pot", "2026-05-02T10:00:00Z")
          + bought("1", "\"userId\":\"cleo\"", "jar", "2026-05-03T10:00:00Z")
          + bought("2", ANNA, "tea", "2026-06-02T10:00:00Z")
          + bought("3", ANNA, "jar", "2026-06-09T10:00:00Z")
          + bought("4", "\"userId\":\"ben\"", "pot", "2026-06-08T00:00:00Z")
          + bought("5", "\"userId\":\"cleo\"", "pot", "2026-06-02T10:00:00Z");

  private static String browsed(String name, String who, String item, String at) {
    return """
    {"detail-type":"%s","time":"%s","detail":{"type":"track","event":"%s",%s,"timestamp":"%s","properties":{"product_id":"%s"}}}
    """
        .formatted(name, at, name, who, at, item);
  }

  private static String bought(String order, String who, String item, String at) {
    return """
    {"detail-type":"Order Completed","time":"%s","detail":{"type":"track","event":"Order Completed",%s,"timestamp":"%s","properties":{"order_id":"%s","currency":"JPY","products":[{"product_id":"%s","quantity":1,"price":100}]}}}
    """
        .formatted(at, who, at, order, item);
  }

  private JsonNode retarget(String events) throws IOException {
    return json(
        "evaluate",
        "retarget",
        "--events",
        file("e.jsonl", events),
        "--cut",
        "2026-06-01",
        "--horizon",
        "7");
  }

  @Test
  void foretellsWhatThoseWhoLookedAroundBuyWithinTheHorizon() throws IOException {
    JsonNode report = retarget(EVENTS);

    // Ben bought too late, and Cleo never looked. Anna saw the tea before she signed in, then a
    // cup.
    assertThat(report.at("/data/cases").asInt()).isEqualTo(1);
    assertThat(report.at("/data/rightItems").asInt()).isEqualTo(1);
    assertThat(row(report, "last looked at").path("MRR@20").asDouble()).isEqualTo(0.5);
    assertThat(row(report, "popularity").path("MRR@20").asDouble()).isEqualTo(0.25);
  }

  @Test
  void countsAnOrderThatArrivesTwiceOnce() throws IOException {
    JsonNode report =
        retarget(EVENTS + bought("1", "\"userId\":\"cleo\"", "jar", "2026-05-03T10:00:00Z"));

    assertThat(report.at("/data/looksAndOrders").asInt()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"detail\":{}}", "42"})
  void leavesOutAnEventThatCannotBeUnderstoodAndSaysWhich(String line) throws IOException {
    JsonNode report = retarget(EVENTS + line + "\n");

    assertThat(report.at("/data/linesLeftOut").asInt()).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains("e.jsonl line 9");
  }

  @Test
  void refusesAHorizonOfNoDays() throws IOException {
    String events = file("e.jsonl", EVENTS);

    assertThat(
            run(
                "evaluate",
                "retarget",
                "--events",
                events,
                "--cut",
                "2026-06-01",
                "--horizon",
                "0"))
        .isEqualTo(2);
    assertRefused("--horizon");
  }
}
