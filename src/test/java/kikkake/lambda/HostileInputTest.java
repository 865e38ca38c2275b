package kikkake.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import kikkake.Fixtures;
import kikkake.Mutation;
import kikkake.customer.Customers;
import kikkake.customer.Profile;
import kikkake.event.Beacon;
import kikkake.event.CustomerId;
import kikkake.event.EventJson;
import kikkake.event.MalformedEvent;
import kikkake.event.ShopEvent;
import kikkake.history.DynamoHistory;
import kikkake.mail.Claim;
import kikkake.mail.Decision;
import kikkake.mail.Ledger;
import kikkake.mail.MailKey;
import kikkake.mail.PlannedMail;
import kikkake.mail.Tokens;
import kikkake.mail.Wishes;
import kikkake.measure.Feedback;
import kikkake.table.TestTable;
import org.junit.jupiter.api.Test;

/** Whatever arrives is read or refused by name; nothing else can happen. */
class HostileInputTest {
  private static final int MESSAGES = 300;
  private static final Instant NOW = Instant.parse("2026-11-21T00:50:30Z");

  @Test
  void everyMutatedEventIsReadOrRefused() {
    List<String> fixtures =
        List.of(
            Fixtures.body("purchase"),
            Fixtures.body("cancellation"),
            Fixtures.body("refund"),
            Fixtures.body("identify"),
            Fixtures.body("item"),
            Fixtures.body("browse"));
    attack(
        1,
        fixtures,
        message -> {
          List<ShopEvent> events = EventJson.read(message);
          assertThat(events).isNotEmpty();
          assertThat(isText(events.toString())).isTrue();
        });
  }

  @Test
  void everyMutatedBeaconIsReadOrRefusedAndWhatItWritesCanBeRead() {
    attack(
        2,
        List.of(Fixtures.http("collect").getBody()),
        body -> {
          Beacon beacon = Beacon.read(body, NOW);
          if (beacon.accepted() > 0) {
            assertThat(EventJson.read(beacon.message())).hasSize(beacon.accepted());
            assertThat(isText(beacon.message())).isTrue();
          }
        });
  }

  @Test
  void everyMutatedBeaconIsAnswered() {
    List<String> queue = new ArrayList<>();
    CollectHandler handler =
        new CollectHandler(PublishableKeys.NONE, queue::add, InstantSource.fixed(NOW));
    attack(
        3,
        List.of(Fixtures.http("collect").getBody()),
        body -> {
          APIGatewayV2HTTPEvent request = Fixtures.http("collect");
          request.setBody(body);
          request.setIsBase64Encoded(body.length() % 7 == 0);
          assertThat(handler.handleRequest(request, new RecordingContext()).getStatusCode())
              .isIn(202, 400);
        });
    assertThat(queue).isNotEmpty();
  }

  @Test
  void everyMutatedEventOfSesIsLearntFromOrRefused() {
    Feedback feedback =
        new Feedback(
            new NoLedger(),
            (address, reason, at) -> {},
            new Wishes(new NoCustomers(), new DynamoHistory(TestTable.create()), customer -> false),
            InstantSource.fixed(NOW));
    attack(
        4,
        List.of(
            Fixtures.body("bounce"),
            Fixtures.body("complaint"),
            Fixtures.body("delivery"),
            Fixtures.body("reject")),
        feedback::on);
  }

  @Test
  void everyMutatedHintIsReadOrRefused() {
    attack(5, List.of(Fixtures.body("send")), message -> SendMessage.read(message));
  }

  @Test
  void noMutatedTokenIsOurs() {
    Tokens tokens = new Tokens(Fixtures.TOKEN_KEYS);
    String token = tokens.sign(new CustomerId("c-1001"));
    Mutation mutation = new Mutation(6);
    for (int i = 0; i < MESSAGES; i++) {
      String spoilt = mutation.of(token);
      if (!spoilt.equals(token)) {
        assertThat(tokens.verify(spoilt)).as(spoilt).isEmpty();
      }
    }
  }

  /** Half of them must get past the first brace, or the attack is none. */
  private static void attack(long seed, List<String> fixtures, Consumer<String> reader) {
    Mutation mutation = new Mutation(seed);
    int read = 0;
    int refused = 0;
    for (int i = 0; i < MESSAGES; i++) {
      String message = mutation.of(fixtures.get(i % fixtures.size()));
      try {
        reader.accept(message);
        read++;
      } catch (MalformedEvent e) {
        refused++;
        assertThat(e.field()).isNotEmpty();
        assertThat(e.getMessage()).doesNotContain("example.com", "山田", "c-1001");
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ", message " + i + ": " + message, e);
      }
    }
    assertThat(read).as("read").isPositive();
    assertThat(read + refused).isEqualTo(MESSAGES);
  }

  /** Whether a text goes to UTF-8 and back, as it must to be stored. */
  private static boolean isText(String text) {
    Predicate<String> whole =
        t -> new String(t.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(t);
    return whole.test(text);
  }

  private static final class NoCustomers implements Customers {
    @Override
    public Optional<Profile> find(CustomerId customer) {
      return Optional.empty();
    }

    @Override
    public boolean save(Profile profile) {
      return true;
    }
  }

  private static final class NoLedger implements Ledger {
    @Override
    public boolean plan(PlannedMail mail) {
      return false;
    }

    @Override
    public Optional<Claim> claim(
        MailKey key, String owner, Instant now, Duration settleAfter, String rules) {
      return Optional.empty();
    }

    @Override
    public boolean sent(Claim claim, Acceptance acceptance, List<Decision> decisions) {
      return false;
    }

    @Override
    public boolean skipped(Claim claim, Decision decision) {
      return false;
    }

    @Override
    public boolean rejected(Claim claim, Decision decision) {
      return false;
    }

    @Override
    public boolean held(Claim claim, Decision decision) {
      return false;
    }

    @Override
    public boolean inDoubt(Claim claim, Decision decision) {
      return false;
    }

    @Override
    public boolean settle(MailKey key, int attempt, String messageId, Instant at) {
      return false;
    }

    @Override
    public boolean refused(MailKey key, int attempt, String messageId, Instant at) {
      return false;
    }

    @Override
    public List<MailKey> due(int shard, Instant now, int max) {
      return List.of();
    }

    @Override
    public Optional<PlannedMail> find(MailKey key) {
      return Optional.empty();
    }

    @Override
    public List<PlannedMail> of(CustomerId customer) {
      return List.of();
    }

    @Override
    public void forEach(Consumer<PlannedMail> consumer) {}
  }
}
