package kikkake.gate;

import static kikkake.TestData.NOON;
import static kikkake.mail.MailBuilder.mail;
import static kikkake.mail.MailKind.BROWSE_FOLLOW_UP;
import static kikkake.mail.MailKind.RECOMMENDATION;
import static kikkake.mail.MailKind.THANK_YOU;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kikkake.mail.MailBuilder;
import kikkake.mail.MailKind;
import kikkake.mail.Reason;
import kikkake.mail.SituationBuilder;
import kikkake.mail.Verdict;
import org.junit.jupiter.api.Test;

class PriorityTest {
  /** So far apart mails must be, where the shop does not say otherwise. */
  private static final Duration WINDOW = Duration.ofHours(4);

  private static final Instant AN_HOUR_AGO = NOON.minus(Duration.ofHours(1));
  private static final Verdict MERGED = new Verdict.Skip(Reason.MERGED);

  private final Priority gate = new Priority();

  private Verdict ask(MailKind kind, MailBuilder... others) {
    return gate.ask(SituationBuilder.of(mail(kind, "mine")).others(others).build());
  }

  private static Verdict yieldsUntil(Instant until) {
    return new Verdict.Hold(until, Reason.YIELDS);
  }

  @Test
  void aMailThatStandsAloneGoes() {
    for (MailKind kind : MailKind.values()) {
      assertThat(ask(kind)).as(kind.label()).isEqualTo(Verdict.GO);
    }
  }

  @Test
  void aRecommendationMergesIntoAThankYouThatJustBroughtRecommendations() {
    MailBuilder thanks = mail(THANK_YOU, "o-1").sent(AN_HOUR_AGO).recommending("cup");

    assertThat(ask(RECOMMENDATION, thanks)).isEqualTo(MERGED);
  }

  @Test
  void aRecommendationWaitsAfterAThankYouThatBroughtNone() {
    MailBuilder thanks = mail(THANK_YOU, "o-1").sent(AN_HOUR_AGO);

    assertThat(ask(RECOMMENDATION, thanks)).isEqualTo(yieldsUntil(AN_HOUR_AGO.plus(WINDOW)));
  }

  @Test
  void aReminderIsNoRecommendationAndWaitsInsteadOfMerging() {
    MailBuilder thanks = mail(THANK_YOU, "o-1").sent(AN_HOUR_AGO).recommending("cup");

    assertThat(ask(BROWSE_FOLLOW_UP, thanks)).isEqualTo(yieldsUntil(AN_HOUR_AGO.plus(WINDOW)));
  }

  @Test
  void onceTheTwoStandApartTheMailGoes() {
    MailBuilder thanks = mail(THANK_YOU, "o-1").sent(NOON.minus(WINDOW)).recommending("cup");

    assertThat(ask(RECOMMENDATION, thanks)).isEqualTo(Verdict.GO);
  }

  @Test
  void itYieldsToAMoreImportantMailThatIsComing() {
    Instant soon = NOON.plus(Duration.ofHours(3));

    assertThat(ask(RECOMMENDATION, mail(THANK_YOU, "o-1").dueAt(soon)))
        .isEqualTo(yieldsUntil(soon.plus(WINDOW)));
    assertThat(ask(BROWSE_FOLLOW_UP, mail(RECOMMENDATION, "o-1").held(soon)))
        .isEqualTo(yieldsUntil(soon.plus(WINDOW)));
    assertThat(ask(BROWSE_FOLLOW_UP, mail(RECOMMENDATION, "o-1").claimed(NOON)))
        .isEqualTo(yieldsUntil(NOON.plus(WINDOW)));
    assertThat(ask(BROWSE_FOLLOW_UP, mail(THANK_YOU, "o-1").dueAt(AN_HOUR_AGO)))
        .as("overdue: it goes about now")
        .isEqualTo(yieldsUntil(NOON.plus(WINDOW)));
  }

  @Test
  void aMailThatComesMuchLaterDoesNotDelayIt() {
    assertThat(ask(BROWSE_FOLLOW_UP, mail(RECOMMENDATION, "o-1").dueAt(NOON.plus(WINDOW))))
        .isEqualTo(Verdict.GO);
    assertThat(ask(BROWSE_FOLLOW_UP, mail(THANK_YOU, "o-1").held(NOON.plus(WINDOW))))
        .isEqualTo(Verdict.GO);
  }

  @Test
  void itWaitsForTheLatestOfThemAll() {
    Instant soon = NOON.plus(Duration.ofHours(2));

    assertThat(
            ask(
                BROWSE_FOLLOW_UP,
                mail(THANK_YOU, "o-1").sent(AN_HOUR_AGO),
                mail(RECOMMENDATION, "o-2").dueAt(soon),
                mail(THANK_YOU, "o-3").sent(AN_HOUR_AGO.minusSeconds(60))))
        .isEqualTo(yieldsUntil(soon.plus(WINDOW)));
  }

  @Test
  void aMailInDoubtIsYieldedToAsIfItHadGone() {
    assertThat(ask(RECOMMENDATION, mail(THANK_YOU, "o-1").inDoubt(AN_HOUR_AGO)))
        .isEqualTo(yieldsUntil(AN_HOUR_AGO.plus(WINDOW)));
  }

  @Test
  void nobodyYieldsToTheSameKindNorToALessImportantOneNorToAMailThatWillNotGo() {
    assertThat(ask(RECOMMENDATION, mail(RECOMMENDATION, "o-1").sent(AN_HOUR_AGO)))
        .isEqualTo(Verdict.GO);
    assertThat(ask(RECOMMENDATION, mail(BROWSE_FOLLOW_UP, "2026-04-10").sent(AN_HOUR_AGO)))
        .isEqualTo(Verdict.GO);
    assertThat(ask(RECOMMENDATION, mail(THANK_YOU, "o-1").skipped(AN_HOUR_AGO)))
        .isEqualTo(Verdict.GO);
    assertThat(ask(RECOMMENDATION, mail(THANK_YOU, "o-1").rejected(AN_HOUR_AGO)))
        .isEqualTo(Verdict.GO);
  }

  @Test
  void aThankYouYieldsToNobodyAlsoForWhatItRecommends() {
    var thanks =
        SituationBuilder.of(mail(THANK_YOU, "mine"))
            .others(mail(THANK_YOU, "o-2").sent(AN_HOUR_AGO).recommending("cup"));

    assertThat(gate.ask(thanks.build())).isEqualTo(Verdict.GO);
    assertThat(gate.ask(thanks.asAdvertising().build())).isEqualTo(Verdict.GO);
  }

  @Test
  void theShopSaysHowFarApartMailsMustBe() {
    MailBuilder thanks = mail(THANK_YOU, "o-1").sent(AN_HOUR_AGO);
    var situation = SituationBuilder.of(mail(RECOMMENDATION, "mine")).others(thanks);

    assertThat(gate.ask(situation.set("mergeWindow", "PT1H").build())).isEqualTo(Verdict.GO);
    assertThat(gate.ask(situation.set("mergeWindow", "P1D").build()))
        .isEqualTo(yieldsUntil(AN_HOUR_AGO.plus(Duration.ofDays(1))));
  }
}
