package kikkake.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import kikkake.Fixtures;
import kikkake.Mutation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The events queue: what is wrong goes to the dead letters by name and harms nothing beside it. */
class HostileEventsTest {
  private static final String PURCHASE = Hostile.secret(Fixtures.body("purchase"));
  private static final String FIRST = good("first");
  private static final String LAST = good("last");
  private static final Set<Map<String, AttributeValue>> UNHARMED = unharmed();

  /** A wrong message, and how the complaint begins. */
  record Case(String what, String message, String complaint) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Case> wholeMessages() {
    return Hostile.noMessages(PURCHASE).entrySet().stream()
        .map(wrong -> {
          boolean read = wrong.getKey().startsWith("a name of");
          return new Case(wrong.getKey(), wrong.getValue(), read ? "" : "message: ");
        });
  }

  static Stream<Case> fields() {
    String traits = "/detail/context/traits";
    String product = "/detail/properties/products/1";
    return Stream.of(
            cases(
                PURCHASE,
                Hostile.noTexts(),
                "/detail/userId",
                "/detail/anonymousId",
                "/detail/properties/order_id",
                "/detail/properties/currency",
                product + "/product_id",
                product + "/name",
                traits + "/email",
                traits + "/lastName",
                traits + "/language",
                traits + "/timezone",
                traits + "/consent/source",
                traits + "/consent/wording",
                "/detail/event"),
            cases(
                PURCHASE,
                Hostile.noNumbers(),
                product + "/price",
                product + "/quantity",
                "/detail/properties/total",
                "/detail/properties/shipping",
                "/detail/properties/discount"),
            cases(
                PURCHASE, Hostile.noTimes(), "/time", "/detail/timestamp", traits + "/consent/at"),
            cases(
                PURCHASE,
                Hostile.noObjects(),
                "/detail",
                "/detail/properties",
                "/detail/context",
                traits,
                product),
            cases(PURCHASE, Hostile.noLists(), "/detail/properties/products"))
        .flatMap(each -> each);
  }

  private static Stream<Case> cases(String message, List<JsonNode> values, String... pointers) {
    return Stream.of(pointers)
        .flatMap(pointer ->
            values.stream()
                .map(value -> {
                  String told = value.toString();
                  return new Case(
                      pointer + " " + told.substring(0, Math.min(40, told.length())),
                      Hostile.with(message, pointer, value),
                      Hostile.field(pointer));
                }));
  }

  @ParameterizedTest
  @MethodSource({"wholeMessages", "fields"})
  void isRefusedByNameAndHarmsNothingBesideIt(Case wrong) {
    ColdFunctions shop = new ColdFunctions(DayOfAllFunctions.START);

    Hostile.quickly(() -> {
      SQSBatchResponse response = shop.event(FIRST, wrong.message(), LAST);
      assertThat(response.getBatchItemFailures()).isEmpty();
    });

    assertThat(shop.deadLetters).singleElement().asString().startsWith(wrong.complaint());
    assertThat(shop.rows()).isEqualTo(UNHARMED);
    assertThat(shop.context.log()).contains("Dead letter message-1: ");
    Hostile.assertTellsNothing(Stream.of(shop.context.log(), shop.deadLetters.getFirst()));
  }

  @Test
  void anOrderThatFitsIntoNoRowIsRefused() {
    Random random = new Random(7);
    ArrayNode products = Hostile.JSON.arrayNode();
    for (int i = 0; i < 2_000; i++) {
      int[] name = random.ints(150, 0x4e00, 0x9fff).toArray();
      products
          .addObject()
          .put("product_id", "p-" + i)
          .put("name", new String(name, 0, name.length))
          .put("price", 1);
    }
    String order = Hostile.with(PURCHASE, "/detail/properties/products", products);

    isRefusedByNameAndHarmsNothingBesideIt(
        new Case("names", order, "detail.properties.products: must have names"));
  }

  static Stream<Integer> seeds() {
    return Stream.iterate(1, seed -> seed <= 200, seed -> seed + 1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void spoiltMessagesAreReadOrRefused(int seed) {
    List<String> fixtures =
        List.of("purchase", "cancellation", "refund", "identify", "item", "browse");
    String fixture = Hostile.secret(Fixtures.body(fixtures.get(seed % fixtures.size())));
    String spoilt = new Mutation(seed).of(fixture);
    ColdFunctions shop = new ColdFunctions(DayOfAllFunctions.START);

    Hostile.quickly(() -> {
      SQSBatchResponse response = shop.event(FIRST, spoilt, LAST);
      assertThat(response.getBatchItemFailures()).as(spoilt).isEmpty();
    });

    if (shop.deadLetters.isEmpty()) {
      assertThat(shop.rows()).containsAll(UNHARMED);
    } else {
      assertThat(shop.rows()).isEqualTo(UNHARMED);
    }
    Hostile.assertTellsNothing(
        Stream.concat(Stream.of(shop.context.log()), shop.deadLetters.stream()));
  }

  private static Set<Map<String, AttributeValue>> unharmed() {
    ColdFunctions shop = new ColdFunctions(DayOfAllFunctions.START);
    shop.event(FIRST, LAST);
    assertThat(shop.deadLetters).isEmpty();
    assertThat(shop.rows()).hasSizeGreaterThan(4);
    return shop.rows();
  }

  private static String good(String customer) {
    return Fixtures.body("purchase")
        .replace("c-1001", customer)
        .replace("20261121-0001", customer)
        .replace("v-7f3a", "v-" + customer);
  }
}
