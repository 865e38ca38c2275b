package kikkake.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import kikkake.event.Contact;
import kikkake.event.EventJson;
import kikkake.event.ItemId;
import kikkake.event.OrderId;
import kikkake.event.OrderLine;
import kikkake.event.Purchased;
import kikkake.event.ShopEvent;
import kikkake.event.Who;
import org.junit.jupiter.api.Test;

class EventWriterTest {

  @Test
  void writesWhatTheContractReadsForEveryKindOfEvent() {
    var events = new RandomEvents(RandomGeneratorFactory.of("L64X128MixRandom").create(7));
    for (int i = 0; i < 2_000; i++) {
      for (ShopEvent event : events.oneOfEach()) {
        String message = EventWriter.write(event);
        assertThat(EventJson.read(message)).as(message).containsExactly(event);
      }
    }
  }

  @Test
  void writesAnOrderAsSegmentDoesInTheEnvelopeOfEventBridge() {
    assertThat(EventWriter.write(order("1200")))
        .isEqualTo(
            "{\"version\":\"0\",\"id\":\"ID\",\"source\":\"kikkake.replay\",".replace("ID", id())
                + "\"detail-type\":\"Order Completed\",\"time\":\"2026-05-01T01:00:00Z\","
                + "\"detail\":{\"type\":\"track\",\"event\":\"Order Completed\","
                + "\"userId\":\"K1\",\"timestamp\":\"2026-05-01T01:00:00Z\","
                + "\"properties\":{\"order_id\":\"W-1\",\"currency\":\"JPY\",\"products\":"
                + "[{\"product_id\":\"fukamushi-100\",\"quantity\":2,\"price\":1200}]}}}");
  }

  @Test
  void givesTheSameEventTheSameIdAndAnotherEventAnother() {
    assertThat(EventWriter.write(order("1200"))).isEqualTo(EventWriter.write(order("1200")));
    assertThat(EventWriter.write(order("1300"))).doesNotContain(id());
  }

  private static String id() {
    String message = EventWriter.write(order("1200"));
    return message.replaceFirst(".*\"id\":\"([0-9a-f-]{36})\".*", "$1");
  }

  private static Purchased order(String price) {
    return new Purchased(
        new OrderId("W-1"),
        Who.customer("K1"),
        Instant.parse("2026-05-01T01:00:00Z"),
        Contact.NONE,
        Currency.getInstance("JPY"),
        List.of(new OrderLine(new ItemId("fukamushi-100"), null, 2, new BigDecimal(price))),
        null,
        null,
        null);
  }
}
