package kikkake.customer;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.AWKWARD_ID;
import static kikkake.TestData.NOON;
import static kikkake.TestData.contact;
import static kikkake.TestData.no;
import static kikkake.TestData.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import kikkake.event.Consent;
import kikkake.event.Contact;
import kikkake.event.CustomerId;
import org.junit.jupiter.api.Test;

/** What every store of customers does. */
abstract class CustomersContract {
  private final Customers customers = customers();

  abstract Customers customers();

  private static Profile profile(CustomerId id, int version) {
    return new Profile(
        id, "花子@example.jp", "山田 花子", "ja-JP", "Asia/Tokyo", yes(NOON), NOON, version);
  }

  @Test
  void doesNotKnowAStranger() {
    assertThat(customers.find(ANNA)).isEmpty();
  }

  @Test
  void readsBackAWholeProfileAndAnEmptyOne() {
    Profile whole = profile(new CustomerId(AWKWARD_ID), 1);
    Profile empty = new Profile(ANNA, null, null, null, null, null, NOON, 1);
    Profile refusing = new Profile(new CustomerId("c"), null, null, null, null, no(NOON), NOON, 1);

    for (Profile profile : new Profile[] {whole, empty, refusing}) {
      assertThat(customers.save(profile)).isTrue();
      assertThat(customers.find(profile.id())).contains(profile);
    }
  }

  @Test
  void readsBackAnswersAboutKindsAndPreferences() {
    Profile profile =
        Profile.unknown(ANNA)
            .with(yes(NOON))
            .with(new Consent(false, NOON.plusSeconds(1), "my-page", "2026-01", "recommendation"))
            .with(new Consent(true, NOON.plusSeconds(2), null, null, "browse-follow-up"))
            .preferring(NOON.plusSeconds(3), 2);

    Profile saved = customers.update(ANNA, stranger -> profile);

    assertThat(saved.version()).isEqualTo(1);
    assertThat(customers.find(ANNA)).contains(saved);
    assertThat(saved.kinds()).isEqualTo(profile.kinds()).hasSize(2);
    assertThat(saved.mostPerWeek()).isEqualTo(2);
    assertThat(saved.pausedUntil()).isEqualTo(NOON.plusSeconds(3));
  }

  @Test
  void writesOnlyOverTheVersionBefore() {
    assertThat(customers.save(profile(ANNA, 2))).as("without a first").isFalse();
    assertThat(customers.save(profile(ANNA, 1))).isTrue();
    assertThat(customers.save(profile(ANNA, 1))).as("a second first").isFalse();
    assertThat(customers.save(profile(ANNA, 3))).as("one left out").isFalse();
    assertThat(customers.save(profile(ANNA, 2))).isTrue();
    assertThat(customers.save(profile(ANNA, 2))).as("twice").isFalse();
    assertThat(customers.find(ANNA)).map(Profile::version).contains(2);
  }

  @Test
  void anUpdateBeginsAtAStranger() {
    Profile profile = customers.update(ANNA, known -> known.with(contact("anna@example.jp"), NOON));

    assertThat(profile.email()).isEqualTo("anna@example.jp");
    assertThat(profile.version()).isEqualTo(1);
    assertThat(customers.find(ANNA)).contains(profile);
  }

  @Test
  void anUpdateTriesAgainOnTopOfWhatSomebodyElseWroteMeanwhile() {
    AtomicInteger tries = new AtomicInteger();

    customers.update(
        ANNA,
        known -> {
          if (tries.incrementAndGet() == 1) {
            customers.update(ANNA, other -> other.with(no(NOON)));
          }
          return known.with(contact("anna@example.jp"), NOON);
        });

    Profile profile = customers.find(ANNA).orElseThrow();
    assertThat(profile.email()).isEqualTo("anna@example.jp");
    assertThat(profile.consent()).isEqualTo(no(NOON));
    assertThat(profile.version()).isEqualTo(2);
    assertThat(tries).hasValue(2);
  }

  @Test
  void anUpdateThatNeverGetsThroughFails() {
    AtomicInteger others = new AtomicInteger();

    assertThatThrownBy(() ->
            customers.update(
                ANNA,
                known -> {
                  String name = "other " + others.incrementAndGet();
                  customers.save(
                      new Profile(ANNA, null, name, null, null, null, NOON, known.version() + 1));
                  return known.with(contact("anna@example.jp"), NOON);
                }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(others).hasValue(5);
    assertThat(customers.find(ANNA)).map(Profile::email).isEmpty();
  }

  @Test
  void whatIsConfirmedLaterIsNotUndoneByAnEventInBetween() {
    Contact contact = contact("anna@example.jp");
    customers.update(ANNA, known -> known.with(contact, NOON));

    customers.update(ANNA, known -> known.with(contact, NOON.plusSeconds(60)));
    Contact old = contact("old@example.jp");
    customers.update(ANNA, known -> known.with(old, NOON.plusSeconds(30)));

    assertThat(customers.find(ANNA)).map(Profile::email).contains("anna@example.jp");
  }

  @Test
  void theSameEventAgainWritesNothingAlsoWhenItsTimesHaveFractions() {
    Contact contact = contact(yes(NOON.plusNanos(500_000_000)));
    customers.update(ANNA, known -> known.with(contact, NOON.plusNanos(1)));

    customers.update(ANNA, known -> known.with(contact, NOON.plusNanos(1)));

    assertThat(customers.find(ANNA)).map(Profile::version).contains(1);
  }

  @Test
  void aNoHoldsAgainstAnEarlierYesOfTheSameSecond() {
    customers.update(ANNA, known -> known.with(no(NOON.plusNanos(900_000_000))));
    customers.update(ANNA, known -> known.with(yes(NOON.plusNanos(500_000_000))));

    assertThat(customers.find(ANNA)).map(Profile::wantsAdvertising).contains(false);
  }
}
