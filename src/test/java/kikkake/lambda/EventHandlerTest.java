package kikkake.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kikkake.Fixtures;
import kikkake.catalog.Catalog;
import kikkake.customer.Customers;
import kikkake.customer.Profile;
import kikkake.customer.Visitors;
import kikkake.event.CustomerId;
import kikkake.history.History;
import kikkake.journey.React;
import kikkake.mail.Ledger;
import kikkake.mail.MailKey;
import kikkake.mail.SendQueue;
import kikkake.mail.Settings;
import kikkake.mail.SettingsStore;
import org.junit.jupiter.api.Test;

class EventHandlerTest {
  private static final Instant NOW = Instant.parse("2026-11-21T01:15:05Z");

  private final RecordingContext context = new RecordingContext();
  private final List<String> reasons = new ArrayList<>();
  private final List<String> hints = new ArrayList<>();

  @Test
  void hintsTheThankYouOfAPurchaseAtOnce() {
    SQSBatchResponse response =
        handler(NOW, false).handleRequest(Fixtures.sqs("purchase"), context);

    assertThat(response.getBatchItemFailures()).isEmpty();
    assertThat(hints).containsExactlyElementsOf(Fixtures.bodies("send"));
  }

  @Test
  void anOldPurchaseHintsNothing() {
    handler(NOW.plusSeconds(6 * 86_400), false).handleRequest(Fixtures.sqs("purchase"), context);

    assertThat(hints).isEmpty();
  }

  @Test
  void aMalformedPurchaseDoesNotKeepTheGoodOneFromItsMail() {
    SQSBatchResponse response =
        handler(NOW, false).handleRequest(Fixtures.sqs("malformed"), context);

    assertThat(response.getBatchItemFailures()).isEmpty();
    assertThat(hints).hasSize(1);
    assertThat(reasons).containsExactly("detail.properties.products[2].price: must be a number");
  }

  @Test
  void leavesTheHintsToTheTickWhereTheQueueTakesNone() {
    SQSBatchResponse response =
        handler(NOW, true).handleRequest(Fixtures.sqs("malformed"), context);

    assertThat(response.getBatchItemFailures()).isEmpty();
    assertThat(reasons).hasSize(1);
    assertThat(context.log()).contains("Hints left to the tick").doesNotContain("c-1001");
  }

  private EventHandler handler(Instant now, boolean queueIsBroken) {
    React react =
        new React(
            stub(History.class, Map.of("contains", false, "add", true)),
            stub(Customers.class, Map.of("find", Optional.empty(), "update", unknown())),
            stub(Visitors.class, Map.of()),
            stub(Catalog.class, Map.of()),
            stub(Ledger.class, Map.of("plan", true)),
            stub(SettingsStore.class, Map.of("read", Settings.DEFAULTS)),
            customer -> false,
            InstantSource.fixed(now));
    SendQueue queue =
        new SendQueue() {
          @Override
          public void hint(List<MailKey> mails) {
            if (queueIsBroken) {
              throw new IllegalStateException("no connection for c-1001");
            }
            mails.forEach(mail -> hints.add(SendMessage.write(mail)));
          }

          @Override
          public int waiting() {
            return 0;
          }
        };
    return new EventHandler(react, queue, (message, reason) -> reasons.add(reason));
  }

  private static Object unknown() {
    return Profile.unknown(new CustomerId("c-1001"));
  }

  private static <T> T stub(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Object answer = answers.get(method.getName());
              if (answer == null) {
                throw new UnsupportedOperationException(method.getName());
              }
              return answer;
            }));
  }
}
