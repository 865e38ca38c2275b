package kikkake.local;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.BEN;
import static kikkake.TestData.NOON;
import static kikkake.TestData.item;
import static kikkake.TestData.purchase;
import static kikkake.mail.MailBuilder.mail;
import static kikkake.mail.MailKind.BROWSE_FOLLOW_UP;
import static kikkake.mail.MailKind.RECOMMENDATION;
import static kikkake.mail.MailKind.THANK_YOU;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kikkake.event.ItemUpdated;
import kikkake.event.ShopEvent;
import kikkake.mail.MailKey;
import kikkake.mail.PlannedMail;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShownCheckTest {
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final MailKey KEY = new MailKey(ANNA, RECOMMENDATION, "o-1");

  private final List<ReplayInput.Message> messages = new ArrayList<>();

  ShownCheckTest() {
    comes(NOON, purchase("o-1", "tea").build());
  }

  private void comes(Instant at, ShopEvent... events) {
    messages.add(new ReplayInput.Message(new Arrival(at, ""), List.of(events)));
  }

  private static ItemUpdated told(
      String id, Instant at, @Nullable Integer stock, @Nullable String family, boolean published) {
    return new ItemUpdated(
        item(id), at, "Title of " + id, null, null, null, null, stock, null, family, published);
  }

  private ShownCheck.Broken check(PlannedMail... mails) {
    return ShownCheck.of(messages, List.of(mails));
  }

  private static PlannedMail recommending(String... ids) {
    return mail(RECOMMENDATION, "o-1").recommending(ids).sent(LATER).build();
  }

  @Test
  void fourOtherItemsAreFine() {
    comes(LATER.plusSeconds(1), purchase("o-2", "a").build());
    comes(NOON, purchase("o-3", "b").by(BEN).build());

    assertThat(check(recommending("a", "b", "c", "d")).isEmpty())
        .as("bought afterwards, or by somebody else")
        .isTrue();
  }

  @Test
  void whatTheCustomerHasIsFound() {
    assertThat(check(recommending("a", "tea", "c", "d")).owned()).containsExactly(KEY);
  }

  @Test
  void whatTheThanksAreForIsFoundAlsoInTheSameSecond() {
    PlannedMail thanks = mail(THANK_YOU, "o-1").recommending("tea").sent(NOON).build();

    assertThat(check(thanks).owned()).containsExactly(thanks.key());
    assertThat(check(mail(THANK_YOU, "o-1").recommending("a").sent(NOON).build()).isEmpty())
        .isTrue();
  }

  @Test
  void aFamilyThatTheCustomerHasIsFound() {
    comes(NOON, told("tea", NOON, 1, "teas", true), told("green-tea", NOON, 1, "teas", true));

    assertThat(check(recommending("a", "b", "c", "green-tea")).ofAnOwnedFamily())
        .containsExactly(KEY);
  }

  @Test
  void whatWasSoldOutOrUnpublishedByThenIsFound() {
    comes(NOON, told("a", NOON, 0, null, true));
    assertThat(check(recommending("a", "b", "c", "d")).notForSale()).containsExactly(KEY);

    comes(NOON, told("a", NOON.plusSeconds(1), 3, null, true));
    assertThat(check(recommending("a", "b", "c", "d")).notForSale()).isEmpty();

    comes(NOON, told("a", NOON.minusSeconds(1), 0, null, true));
    assertThat(check(recommending("a", "b", "c", "d")).notForSale()).as("older news").isEmpty();

    comes(NOON, told("b", NOON, null, null, false));
    assertThat(check(recommending("a", "b", "c", "d")).notForSale()).containsExactly(KEY);
  }

  @Test
  void anEmptySlotOrOneThatIsFilledTwiceIsFoundInRecommendationsOnly() {
    PlannedMail reminder =
        mail(BROWSE_FOLLOW_UP, "2026-04-10").recommending("a").sent(LATER).build();

    assertThat(check(recommending("a", "b", "c"), reminder).emptySlots()).containsExactly(KEY);
    assertThat(check(recommending("a", "b", "c", "a")).emptySlots()).containsExactly(KEY);
    assertThat(check(recommending()).emptySlots()).containsExactly(KEY);
  }

  @Test
  void whatDidNotGoIsNotAsked() {
    assertThat(
            check(mail(RECOMMENDATION, "o-1").recommending("tea").skipped(LATER).build()).isEmpty())
        .isTrue();
  }
}
