package kikkake.journey;

import static kikkake.TestData.items;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import kikkake.TestShop;
import kikkake.customer.Profile;
import kikkake.event.Consent;
import kikkake.event.Contact;
import kikkake.event.CustomerId;
import kikkake.event.Identified;
import kikkake.event.ItemId;
import kikkake.event.ItemUpdated;
import kikkake.event.ShopEvent;
import kikkake.event.VisitorId;
import kikkake.table.DynamoKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An event dated in the future must not lock out what comes after it. */
class DatedAheadTest {
  private static final Instant NOW = Instant.parse("2026-11-21T01:00:00Z");
  private static final Instant AHEAD = NOW.plus(Duration.ofDays(365));
  private static final CustomerId ANNA = new CustomerId("anna");

  private final TestShop shop = new TestShop();

  @Test
  void theContactOfALaterEventStillCounts() {
    at(NOW, identified(AHEAD, "old@example.com", null));
    at(NOW.plusSeconds(60), identified(NOW.plusSeconds(30), "new@example.com", null));

    assertThat(anna().email()).isEqualTo("new@example.com");
  }

  @Test
  void aLaterNoStillCounts() {
    at(NOW, identified(AHEAD, null, new Consent(true, AHEAD, null, null)));
    Instant later = NOW.plusSeconds(60);
    at(later, identified(later, null, new Consent(false, later, null, null)));

    assertThat(anna().wantsAdvertising()).isFalse();
  }

  @Test
  void aYesDatedAheadThatComesAgainDoesNotUndoANo() {
    Consent ahead = new Consent(true, AHEAD, "checkout", null);
    at(NOW, identified(NOW, null, ahead));
    shop.customers.update(ANNA, profile -> profile.refusing("one-click", NOW.plusSeconds(60)));
    Instant later = NOW.plusSeconds(120);
    at(later, identified(later, null, ahead));

    assertThat(anna().wantsAdvertising()).isFalse();
  }

  @Test
  void theEvidenceOfAConsentStaysWithIt() {
    at(NOW, identified(NOW, null, new Consent(true, AHEAD, "checkout", "2026-04")));

    assertThat(anna().consent()).isEqualTo(new Consent(true, NOW, "checkout", "2026-04"));
  }

  @Test
  void aSignInAndAnItemCountAsOfNow() {
    at(NOW, identified(AHEAD, null, null), item(AHEAD));

    assertThat(signedInAt()).isEqualTo(NOW);
    assertThat(updatedAt()).isEqualTo(NOW);
  }

  @Test
  void whatIsNotAheadKeepsItsTime() {
    Instant earlier = NOW.minusSeconds(3_600);

    at(NOW, identified(earlier, "a@example.com", null), item(earlier));

    assertThat(anna().updatedAt()).isEqualTo(earlier);
    assertThat(signedInAt()).isEqualTo(earlier);
    assertThat(updatedAt()).isEqualTo(earlier);
  }

  private Profile anna() {
    return shop.customers.find(ANNA).orElseThrow();
  }

  private @Nullable Instant signedInAt() {
    return shop.table.get(new DynamoKey("V#v-1", "A")).orElseThrow().time("at");
  }

  private Instant updatedAt() {
    return shop.catalog.find(Set.copyOf(items("tea"))).values().iterator().next().updatedAt();
  }

  private static Identified identified(
      Instant at, @Nullable String email, @Nullable Consent consent) {
    return new Identified(
        ANNA, new VisitorId("v-1"), at, new Contact(email, null, null, null, consent));
  }

  private static ItemUpdated item(Instant at) {
    return new ItemUpdated(
        new ItemId("tea"), at, "Tea", null, null, null, null, null, null, null, true);
  }

  private void at(Instant now, ShopEvent... events) {
    shop.clock.set(now);
    shop.arrive(events);
  }
}
