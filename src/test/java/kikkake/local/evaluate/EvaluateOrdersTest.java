package kikkake.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocols on orders that are cut at a day. */
class EvaluateOrdersTest extends EvaluateRun {
  private JsonNode orders(String protocol, String text) throws IOException {
    return json("evaluate", protocol, "--orders", file("o.csv", text), "--cut", "2011-02-01");
  }

  @Test
  void asksForTheFirstDayAfterTheCutOfWhoBoughtOnTwoDaysBefore() throws IOException {
    JsonNode report = orders("next-basket", ORDERS);

    // Ben bought on one day only. Anna's day has tea and pot; nobody can know item 99.
    assertThat(report.at("/data/cases").asInt()).isEqualTo(1);
    assertThat(report.at("/data/rightItems").asInt()).isEqualTo(2);
    assertThat(report.at("/data/rightItemsUnknownToTraining").asInt()).isEqualTo(1);
    assertThat(report.at("/data/trainingBaskets").asInt()).isEqualTo(3);
    assertThat(report.path("mainMetric").asText()).isEqualTo("recall@10");
    // Tea twice, then cup and pot once each, by popularity and id: hits at places 1 and 3.
    JsonNode frequency = row(report, "personal frequency");
    assertThat(frequency.path("recall@10").asDouble()).isEqualTo(1);
    assertThat(frequency.path("ndcg@10").asDouble())
        .isEqualTo(1.5 / 1.6309297535714573, within(1e-9));
    assertThat(frequency.path("coverage@20").asDouble()).isEqualTo(1);
  }

  @Test
  void leavesOutWhatTheCustomerHasForNewItems() throws IOException {
    JsonNode report = orders("new-items", ORDERS);

    // Tea and cup are Anna's; only the pot is left to list, and to find.
    assertThat(report.at("/data/rightItems").asInt()).isEqualTo(1);
    assertThat(row(report, "popularity").path("MRR@20").asDouble()).isEqualTo(1);
    assertThat(row(report, "popularity").path("coverage@20").asDouble())
        .isEqualTo(1.0 / 3, within(1e-9));
  }

  @Test
  void hidesOneItemOfABasketWithTwoKnownItems() throws IOException {
    JsonNode report = orders("complement", ORDERS);

    // Only Anna's day of tea and pot; one of cup and the hidden one comes first.
    assertThat(report.at("/data/cases").asInt()).isEqualTo(1);
    assertThat(report.path("mainMetric").asText()).isEqualTo("HR@10");
    assertThat(row(report, "popularity").path("HR@10").asDouble()).isEqualTo(1);
  }

  @Test
  void doesNotTakeRefundsFeesGiftsAndGuestsForPurchases() throws IOException {
    JsonNode report =
        orders(
            "next-basket",
            ORDERS
                + "C8,13,bowl,-1,2011-01-08 10:00:00,2,anna,UK\n"
                + "9,POST,post,1,2011-01-08 10:00:00,2,anna,UK\n"
                + "10,14,gift,1,2011-01-08 10:00:00,0,anna,UK\n"
                + "11,15,lost,-1,2011-01-08 10:00:00,2,anna,UK\n"
                + "12,16,jar,1,2011-01-08 10:00:00,2,,UK\n");

    assertThat(report.at("/data/trainingItems").asInt()).isEqualTo(3);
    assertThat(report.at("/data/trainingBaskets").asInt()).isEqualTo(3);
    assertThat(report.at("/data/linesLeftOut").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8,13,bowl,many,2011-01-08 10:00:00,2,anna,UK",
        "8,13,bowl,1,yesterday,2,anna,UK",
        "8,13,bowl,1,2011-01-08 10:00:00,cheap,anna,UK",
        "8,13,bowl",
        "8,,bowl,1,2011-01-08 10:00:00,2,anna,UK"
      })
  void leavesOutAnOrderLineThatCannotBeUnderstoodAndSaysWhich(String line) throws IOException {
    JsonNode report = orders("next-basket", ORDERS + line + "\n");

    assertThat(report.at("/data/linesLeftOut").asInt()).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains("o.csv line 11");
  }

  @Test
  void refusesOrdersOfWhichNothingIsBeforeTheCut() throws IOException {
    String orders = file("o.csv", ORDERS);

    assertThat(run("evaluate", "next-basket", "--orders", orders, "--cut", "2010-01-01"))
        .isEqualTo(2);
    assertRefused("o.csv", "before the cut, 2010-01-01");
  }

  @Test
  void saysWhereThereIsNobodyToAskAbout() throws IOException {
    String orders = file("o.csv", ORDERS);

    assertThat(run("evaluate", "next-basket", "--orders", orders, "--cut", "2012-01-01"))
        .isEqualTo(2);
    assertRefused("no case for next-basket");
  }

  @Test
  void countsPopularityOverTheLastNinetyDays() throws IOException {
    String old =
        """
        90,12,pot,1,2010-06-01 10:00:00,2,cleo,UK
        91,12,pot,1,2010-06-02 10:00:00,2,cleo,UK
        92,12,pot,1,2010-06-03 10:00:00,2,cleo,UK
        """;
    JsonNode report = orders("next-basket", ORDERS + old);

    // Tea leads with two days of late; the pot's four of all time would put it first.
    assertThat(row(report, "popularity").path("MRR@20").asDouble()).isEqualTo(1);
    assertThat(row(report, "popularity").path("ndcg@10").asDouble())
        .isEqualTo(1.5 / 1.6309297535714573, within(1e-9));
  }
}
