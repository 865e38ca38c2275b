package kikkake.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kikkake.catalog.Catalog;
import kikkake.catalog.Item;
import kikkake.customer.Customers;
import kikkake.customer.Profile;
import kikkake.customer.Visitors;
import kikkake.event.Consent;
import kikkake.event.Contact;
import kikkake.event.CustomerId;
import kikkake.event.Identified;
import kikkake.event.ItemId;
import kikkake.event.ItemUpdated;
import kikkake.event.VisitorId;
import kikkake.history.History;
import kikkake.history.Views;
import kikkake.mail.Ledger;
import kikkake.mail.Settings;
import kikkake.mail.SettingsStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An event dated in the future must not lock out what comes after it. */
class DatedAheadTest {
  private static final Instant NOW = Instant.parse("2026-11-21T01:00:00Z");
  private static final Instant AHEAD = NOW.plus(Duration.ofDays(365));
  private static final CustomerId ANNA = new CustomerId("anna");

  private final FewCustomers customers = new FewCustomers();
  private final List<Instant> signIns = new ArrayList<>();
  private final List<Item> items = new ArrayList<>();

  @Test
  void theContactOfALaterEventStillCounts() {
    react(NOW).on(List.of(identified(AHEAD, "old@example.com", null)));
    react(NOW.plusSeconds(60))
        .on(List.of(identified(NOW.plusSeconds(30), "new@example.com", null)));

    assertThat(anna().email()).isEqualTo("new@example.com");
  }

  @Test
  void aLaterNoStillCounts() {
    react(NOW).on(List.of(identified(AHEAD, null, new Consent(true, AHEAD, null, null))));
    Instant later = NOW.plusSeconds(60);
    react(later).on(List.of(identified(later, null, new Consent(false, later, null, null))));

    assertThat(anna().wantsAdvertising()).isFalse();
  }

  @Test
  void aYesDatedAheadThatComesAgainDoesNotUndoANo() {
    Consent ahead = new Consent(true, AHEAD, "checkout", null);
    react(NOW).on(List.of(identified(NOW, null, ahead)));
    customers.update(ANNA, profile -> profile.refusing("one-click", NOW.plusSeconds(60)));
    Instant later = NOW.plusSeconds(120);
    react(later).on(List.of(identified(later, null, ahead)));

    assertThat(anna().wantsAdvertising()).isFalse();
  }

  @Test
  void theEvidenceOfAConsentStaysWithIt() {
    react(NOW).on(List.of(identified(NOW, null, new Consent(true, AHEAD, "checkout", "2026-04"))));

    assertThat(anna().consent()).isEqualTo(new Consent(true, NOW, "checkout", "2026-04"));
  }

  @Test
  void aSignInAndAnItemCountAsOfNow() {
    react(NOW).on(List.of(identified(AHEAD, null, null), item(AHEAD)));

    assertThat(signIns).containsExactly(NOW);
    assertThat(items).extracting(Item::updatedAt).containsExactly(NOW);
  }

  @Test
  void whatIsNotAheadKeepsItsTime() {
    Instant earlier = NOW.minusSeconds(3_600);

    react(NOW).on(List.of(identified(earlier, "a@example.com", null), item(earlier)));

    assertThat(anna().updatedAt()).isEqualTo(earlier);
    assertThat(signIns).containsExactly(earlier);
    assertThat(items).extracting(Item::updatedAt).containsExactly(earlier);
  }

  private Profile anna() {
    return customers.find(ANNA).orElseThrow();
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

  private React react(Instant now) {
    return new React(
        unused(History.class, Map.of("views", Views.NONE, "add", true)),
        customers,
        new Visitors() {
          @Override
          public Optional<CustomerId> customerOf(VisitorId visitor) {
            return Optional.empty();
          }

          @Override
          public void signedIn(VisitorId visitor, CustomerId customer, Instant at) {
            signIns.add(at);
          }
        },
        new Catalog() {
          @Override
          public void put(Item item) {
            items.add(item);
          }

          @Override
          public Map<ItemId, Item> find(Set<ItemId> wanted) {
            return Map.of();
          }
        },
        unused(Ledger.class, Map.of()),
        unused(SettingsStore.class, Map.of("read", Settings.DEFAULTS)),
        customer -> false,
        InstantSource.fixed(now));
  }

  /** Something that is asked nothing but this. */
  private static <T> T unused(Class<T> type, Map<String, Object> answers) {
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

  private static final class FewCustomers implements Customers {
    private final Map<CustomerId, Profile> profiles = new HashMap<>();

    @Override
    public Optional<Profile> find(CustomerId customer) {
      return Optional.ofNullable(profiles.get(customer));
    }

    @Override
    public boolean save(Profile profile) {
      profiles.put(profile.id(), profile);
      return true;
    }
  }
}
