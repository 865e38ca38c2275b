package kikkake.mail;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.NOON;
import static kikkake.TestData.contact;
import static kikkake.TestData.no;
import static kikkake.TestData.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import kikkake.customer.Customers;
import kikkake.customer.DynamoCustomers;
import kikkake.customer.Profile;
import kikkake.event.AdvertisingKinds;
import kikkake.event.Consent;
import kikkake.event.CustomerId;
import kikkake.history.ConsentChange;
import kikkake.history.DynamoHistory;
import kikkake.history.History;
import kikkake.table.DynamoTable;
import kikkake.table.TestTable;
import org.junit.jupiter.api.Test;

class WishesTest {
  private final DynamoTable table = TestTable.create();
  private final Customers customers = new DynamoCustomers(table);
  private final History history = new DynamoHistory(table);
  private final Wishes wishes = new Wishes(customers, history, customer -> false);

  @Test
  void theKindsThatCanBeAnsweredAboutAreTheAdvertisingOnes() {
    assertThat(AdvertisingKinds.ALL)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(MailKind.values())
                .filter(MailKind::advertising)
                .map(MailKind::label)
                .toList());
  }

  @Test
  void everyNewAnswerIsKeptWithItsEvidence() {
    wishes.change(ANNA, NOON, profile -> profile.with(contact(yes(NOON)), NOON));
    wishes.refuse(ANNA, "one-click", NOON.plusSeconds(60));

    assertThat(history.consentChanges(ANNA))
        .containsExactly(
            new ConsentChange(ANNA, "advertising", "yes", NOON, "checkout", "2026-01"),
            new ConsentChange(ANNA, "advertising", "no", NOON.plusSeconds(60), "one-click", null));
  }

  @Test
  void anAnswerAboutAKindAndPreferencesAreKeptToo() {
    Consent tips = new Consent(true, NOON, "my-page", "2026-01", "recommendation");

    wishes.change(ANNA, NOON, profile -> profile.with(tips).preferring(NOON.plusSeconds(600), 2));
    wishes.change(ANNA, NOON.plusSeconds(1), profile -> profile.preferring(null, 2));

    assertThat(history.consentChanges(ANNA))
        .extracting(ConsentChange::what, ConsentChange::value, ConsentChange::source)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("most-per-week", "2", "preference-page"),
            org.assertj.core.groups.Tuple.tuple(
                "paused-until", "2026-04-10T03:10:00Z", "preference-page"),
            org.assertj.core.groups.Tuple.tuple("recommendation", "yes", "my-page"),
            org.assertj.core.groups.Tuple.tuple("paused-until", "none", "preference-page"));
  }

  @Test
  void whatSaysNothingNewIsNotKeptAgain() {
    wishes.change(ANNA, NOON, profile -> profile.with(no(NOON)));
    wishes.change(ANNA, NOON, profile -> profile.with(no(NOON)));
    wishes.change(ANNA, NOON, profile -> profile.with(yes(NOON.minusSeconds(1))));

    assertThat(history.consentChanges(ANNA)).hasSize(1);
  }

  @Test
  void anAnswerIsKeptBeforeTheProfileKnowsIt() {
    Wishes failing =
        new Wishes(
            new Customers() {
              @Override
              public Optional<Profile> find(CustomerId customer) {
                return Optional.empty();
              }

              @Override
              public boolean save(Profile profile) {
                throw new IllegalStateException("The table is away");
              }
            },
            history,
            customer -> false);

    assertThatThrownBy(() -> failing.refuse(ANNA, "one-click", NOON))
        .isInstanceOf(IllegalStateException.class);
    assertThat(history.consentChanges(ANNA)).hasSize(1);
  }
}
