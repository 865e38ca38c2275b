package kikkake.lambda;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.NOON;
import static kikkake.TestData.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kikkake.TestShop;
import kikkake.event.MalformedEvent;
import kikkake.mail.Why;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhyHandlerTest {
  private final TestShop shop = new TestShop();
  private final WhyHandler handler =
      new WhyHandler(new Why(shop.ledger, shop.customers, shop.settings, shop.history));
  private final RecordingContext context = new RecordingContext();

  @BeforeEach
  void annaOrdered() {
    shop.knowsOnlyTheAddressOf(ANNA).arrive(purchase("o-1", "tea").build());
    shop.deliver();
  }

  /** The answer as Lambda writes it. */
  private JsonNode ask(Map<String, Object> event) throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();
    return json.readTree(json.writeValueAsString(handler.handleRequest(event, context)));
  }

  @Test
  void tellsEveryMailOfACustomerInEnglishWhereNobodyAsksForAnother() throws Exception {
    JsonNode answer = ask(Map.of("customer", "anna"));

    assertThat(answer.path("customer").asText()).isEqualTo("anna");
    assertThat(answer.path("mails").findValuesAsText("mail"))
        .containsExactly("thank-you", "recommendation");
    JsonNode thanks = answer.path("mails").path(0);
    assertThat(thanks.path("text").asText())
        .isEqualTo("sent at 2026-04-10 12:00, wording thank-you/ja/built-in-1");
    assertThat(thanks.path("decisions").findValuesAsText("reason"))
        .containsExactly("no-consent", "accepted");
  }

  @Test
  void tellsOneMailInJapanese() throws Exception {
    JsonNode answer =
        ask(Map.of("customer", "anna", "mail", "recommendation/o-1", "language", "ja"));

    assertThat(answer.path("mails")).hasSize(1);
    assertThat(answer.path("mails").path(0).path("text").asText()).isEqualTo("送信待ち");
  }

  @Test
  void tellsWhatAnOrderGaveNoRiseTo() throws Exception {
    shop.arrive(purchase("o-2", "tea").at(NOON.minus(Duration.ofDays(10))).build());

    JsonNode answer = ask(Map.of("customer", "anna", "mail", "thank-you/o-2", "language", "ja"));

    assertThat(answer.path("mails")).isEmpty();
    assertThat(answer.path("notPlanned")).hasSize(1);
    assertThat(answer.path("notPlanned").path(0).path("reason").asText()).isEqualTo("too-late");
    assertThat(answer.path("notPlanned").path(0).path("text").asText()).isEqualTo("送るべき時期を過ぎました");
  }

  @Test
  void ofACustomerWhomNobodyKnowsThereIsNothingToTell() throws Exception {
    assertThat(ask(Map.of("customer", "nobody")).path("mails")).isEmpty();
    assertThat(ask(Map.of("customer", "nobody")).path("notPlanned").isArray()).isTrue();
  }

  @Test
  void refusesAnEventThatIsNoQuestionAndNamesTheField() {
    record Case(Map<String, Object> event, String field) {}
    List<Case> cases =
        List.of(
            new Case(Map.of(), "customer"),
            new Case(Map.of("customer", ""), "customer"),
            new Case(Map.of("customer", 7.5), "customer"),
            new Case(Map.of("customer", "anna", "mail", List.of()), "mail"),
            new Case(Map.of("customer", "anna", "language", "fr"), "language"));
    for (Case each : cases) {
      assertThatThrownBy(() -> handler.handleRequest(each.event(), context))
          .as(each.event().toString())
          .isInstanceOf(MalformedEvent.class)
          .hasMessageContaining(each.field());
    }
  }

  @Test
  void logsNothing() throws Exception {
    ask(Map.of("customer", "anna"));

    assertThat(context.log()).isEmpty();
  }
}
