package kikkake.customer;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.AWKWARD_ID;
import static kikkake.TestData.BEN;
import static kikkake.TestData.NOON;
import static kikkake.TestData.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import kikkake.event.CustomerId;
import kikkake.event.VisitorId;
import org.junit.jupiter.api.Test;

/** What every store of sign-ins does. */
abstract class VisitorsContract {
  private final Visitors visitors = visitors();

  abstract Visitors visitors();

  @Test
  void knowsWhoSignedIn() {
    visitors.signedIn(PHONE, ANNA, NOON);

    assertThat(visitors.customerOf(PHONE)).contains(ANNA);
    assertThat(visitors.customerOf(new VisitorId("phone-2"))).isEmpty();
  }

  @Test
  void theLatestSignInCountsInWhateverOrderTheyArrive() {
    visitors.signedIn(PHONE, ANNA, NOON);
    visitors.signedIn(PHONE, BEN, NOON.plusSeconds(1));
    visitors.signedIn(PHONE, ANNA, NOON);

    assertThat(visitors.customerOf(PHONE)).contains(BEN);
  }

  @Test
  void takesEveryIdThatAShopMayUse() {
    visitors.signedIn(new VisitorId(AWKWARD_ID), new CustomerId(AWKWARD_ID), NOON);

    assertThat(visitors.customerOf(new VisitorId(AWKWARD_ID))).contains(new CustomerId(AWKWARD_ID));
  }
}
