package kikkake.gate;

import static kikkake.mail.MailBuilder.mail;
import static kikkake.mail.MailKind.BROWSE_FOLLOW_UP;
import static kikkake.mail.MailKind.RECOMMENDATION;
import static kikkake.mail.MailKind.THANK_YOU;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kikkake.TestData;
import kikkake.event.CustomerId;
import kikkake.mail.MailKind;
import kikkake.mail.Reason;
import kikkake.mail.SituationBuilder;
import kikkake.mail.Verdict;
import org.junit.jupiter.api.Test;

class HoldoutTest {
  private static final List<CustomerId> CUSTOMERS =
      IntStream.range(0, 20_000).mapToObj(i -> new CustomerId("c-" + i)).toList();

  private final Holdout gate = new Holdout();

  private boolean isHeldOut(CustomerId customer, SituationBuilder situation, int percent) {
    Verdict verdict = gate.ask(situation.set("holdout.percent", Integer.toString(percent)).build());
    assertThat(verdict).as(customer.value()).isIn(Verdict.GO, new Verdict.Skip(Reason.HOLDOUT));
    return !verdict.equals(Verdict.GO);
  }

  private Set<CustomerId> heldOut(MailKind kind, String businessKey, int percent) {
    return CUSTOMERS.stream()
        .filter(customer ->
            isHeldOut(customer, SituationBuilder.of(mail(kind, businessKey).to(customer)), percent))
        .collect(Collectors.toSet());
  }

  @Test
  void holdsOutAboutAsManyAsAreAskedFor() {
    assertThat(heldOut(RECOMMENDATION, "o-1", 0)).isEmpty();
    assertThat(heldOut(RECOMMENDATION, "o-1", 10)).hasSizeBetween(1_800, 2_200);
    assertThat(heldOut(RECOMMENDATION, "o-1", 50)).hasSizeBetween(9_600, 10_400);
    assertThat(heldOut(RECOMMENDATION, "o-1", 100)).hasSameSizeAs(CUSTOMERS);
  }

  @Test
  void theSameCustomersAreHeldOutFromEveryMailOfEveryKindForEver() {
    Set<CustomerId> group = heldOut(RECOMMENDATION, "o-1", 10);

    assertThat(heldOut(RECOMMENDATION, "o-2", 10)).isEqualTo(group);
    assertThat(heldOut(BROWSE_FOLLOW_UP, "2026-04-10", 10)).isEqualTo(group);
    CustomerId one = group.iterator().next();
    var yearsLater = SituationBuilder.of(mail(RECOMMENDATION, "o-9").to(one));
    yearsLater.at(TestData.NOON.plus(Duration.ofDays(900)));
    assertThat(isHeldOut(one, yearsLater, 10)).isTrue();
  }

  @Test
  void aLargerShareAddsCustomersAndLetsNoneGo() {
    Set<CustomerId> before = new HashSet<>();
    for (int percent : new int[] {1, 5, 10, 25, 50, 90, 100}) {
      Set<CustomerId> now = heldOut(RECOMMENDATION, "o-1", percent);
      assertThat(now).as(percent + " per cent").containsAll(before);
      assertThat(now.size()).isGreaterThan(before.size());
      before = now;
    }
  }

  @Test
  void thanksGoToEverybodyButRecommendNothingToTheHeldOut() {
    assertThat(heldOut(THANK_YOU, "o-1", 100)).isEmpty();
    var thanks = SituationBuilder.of(THANK_YOU).asAdvertising();
    assertThat(isHeldOut(TestData.ANNA, thanks, 100)).isTrue();
  }
}
