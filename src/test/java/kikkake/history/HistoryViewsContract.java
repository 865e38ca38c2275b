package kikkake.history;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.AWKWARD_ID;
import static kikkake.TestData.NOON;
import static kikkake.TestData.PHONE;
import static kikkake.TestData.item;
import static kikkake.TestData.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kikkake.event.VisitorId;
import kikkake.event.Who;
import org.junit.jupiter.api.Test;

/** What every history does with what somebody looked at. */
abstract class HistoryViewsContract {
  static final Who VISITOR = new Who(null, PHONE);
  static final Who CUSTOMER = new Who(ANNA, null);

  final History history = history();

  abstract History history();

  @Test
  void keepsTheViewsOfCustomersAndVisitorsApart() {
    assertThat(history.views(VISITOR)).isEqualTo(Views.NONE);
    Views visitors =
        history.updateViews(VISITOR, v -> v.with(List.of(viewed(AWKWARD_ID, VISITOR, NOON))));
    Views customers =
        history.updateViews(
            CUSTOMER, v -> v.with(List.of(viewed("5", CUSTOMER, NOON))).planned("2026-04-10"));

    assertThat(history.views(VISITOR)).isEqualTo(visitors);
    assertThat(history.views(CUSTOMER)).isEqualTo(customers);
    assertThat(history.views(new Who(ANNA, PHONE))).isEqualTo(customers);
    assertThat(history.views(new Who(null, new VisitorId("anna")))).isEqualTo(Views.NONE);
    assertThat(customers.followUp()).isEqualTo("2026-04-10");
    assertThat(customers.version()).isEqualTo(1);

    history.forgetViews(VISITOR);
    assertThat(history.views(VISITOR)).isEqualTo(Views.NONE);
    assertThat(history.views(CUSTOMER)).isEqualTo(customers);
  }

  @Test
  void writesViewsOnlyOverTheVersionBefore() {
    Views first = new Views(List.of(new Views.View(item("tea"), NOON, true)), null, 1);
    Views second = new Views(List.of(new Views.View(item("cup"), NOON, false)), "2026-04-10", 2);

    assertThat(history.save(CUSTOMER, second)).as("without a first").isFalse();
    assertThat(history.save(CUSTOMER, first)).isTrue();
    assertThat(history.save(CUSTOMER, first)).as("a second first").isFalse();
    assertThat(history.save(CUSTOMER, second)).isTrue();
    assertThat(history.save(CUSTOMER, second)).as("twice").isFalse();
    assertThat(history.views(CUSTOMER)).isEqualTo(second);
  }

  @Test
  void anUpdateOfViewsKeepsWhatSomebodyElseSawMeanwhile() {
    AtomicInteger tries = new AtomicInteger();

    history.updateViews(
        CUSTOMER,
        known -> {
          if (tries.incrementAndGet() == 1) {
            history.updateViews(CUSTOMER, v -> v.with(List.of(viewed("tea", CUSTOMER, NOON))));
          }
          return known.with(List.of(viewed("cup", CUSTOMER, NOON)));
        });

    assertThat(history.views(CUSTOMER).recent())
        .extracting(Views.View::item)
        .containsExactlyInAnyOrder(item("tea"), item("cup"));
    assertThatThrownBy(() ->
            history.updateViews(
                CUSTOMER,
                known -> {
                  history.save(CUSTOMER, new Views(List.of(), null, known.version() + 1));
                  return known.planned("2026-04-10");
                }))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theSameLookAgainWritesNothingAlsoWhenItsTimeHasAFraction() {
    var look = List.of(viewed("tea", CUSTOMER, NOON.plusNanos(700_000_000)));
    history.updateViews(CUSTOMER, views -> views.with(look));

    history.updateViews(CUSTOMER, views -> views.with(look));

    assertThat(history.views(CUSTOMER).version()).isEqualTo(1);
  }
}
