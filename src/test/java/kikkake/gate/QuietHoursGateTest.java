package kikkake.gate;

import static kikkake.mail.MailBuilder.mail;
import static kikkake.mail.MailKind.BROWSE_FOLLOW_UP;
import static kikkake.mail.MailKind.RECOMMENDATION;
import static kikkake.mail.MailKind.THANK_YOU;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kikkake.event.Contact;
import kikkake.mail.MailKind;
import kikkake.mail.Reason;
import kikkake.mail.SituationBuilder;
import kikkake.mail.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursGateTest {
  /** Three in the night in Tokyo. */
  private static final Instant NIGHT = Instant.parse("2026-04-09T18:00:00Z");

  private static final Instant EIGHT = Instant.parse("2026-04-09T23:00:00Z");
  private static final Verdict UNTIL_EIGHT = new Verdict.Hold(EIGHT, Reason.QUIET_HOURS);
  private static final Duration LONG_AGO = Duration.ofHours(5);

  private final QuietHoursGate gate = new QuietHoursGate();

  private static SituationBuilder at(Instant now, MailKind kind, Duration afterItsCause) {
    return SituationBuilder.of(mail(kind, "o-1").occurredAt(now.minus(afterItsCause))).at(now);
  }

  @Test
  void noMailGoesAtNight() {
    for (MailKind kind : MailKind.values()) {
      assertThat(gate.ask(at(NIGHT, kind, LONG_AGO).build()))
          .as(kind.label())
          .isEqualTo(UNTIL_EIGHT);
      assertThat(gate.ask(at(EIGHT, kind, LONG_AGO).build())).isEqualTo(Verdict.GO);
    }
  }

  @ParameterizedTest
  @CsvSource({"PT0S, true", "PT14M59S, true", "PT15M, true", "PT15M1S, false"})
  void thanksAnswerAnOrderOfTheLastQuarterOfAnHourAlsoAtNight(Duration after, boolean goes) {
    assertThat(gate.ask(at(NIGHT, THANK_YOU, after).build()))
        .isEqualTo(goes ? Verdict.GO : UNTIL_EIGHT);
  }

  @Test
  void whatThanksRecommendIsNoAnswerAndAdvertisesNotAtNight() {
    assertThat(gate.ask(at(NIGHT, THANK_YOU, Duration.ZERO).asAdvertising().build()))
        .isEqualTo(UNTIL_EIGHT);
    assertThat(gate.ask(at(NIGHT, RECOMMENDATION, Duration.ZERO).build())).isEqualTo(UNTIL_EIGHT);
    assertThat(gate.ask(at(NIGHT, BROWSE_FOLLOW_UP, Duration.ZERO).build())).isEqualTo(UNTIL_EIGHT);
  }

  @Test
  void theShopSaysHowSoonAnAnswerIs() {
    var never = at(NIGHT, THANK_YOU, Duration.ofSeconds(1)).set("quietHours.answerWithin", "PT0S");
    var anHour =
        at(NIGHT, THANK_YOU, Duration.ofMinutes(59)).set("quietHours.answerWithin", "PT1H");

    assertThat(gate.ask(never.build())).isEqualTo(UNTIL_EIGHT);
    assertThat(gate.ask(anHour.build())).isEqualTo(Verdict.GO);
  }

  @Test
  void theNightOfTheCustomersZoneCountsAndTheShopsWhereThatIsUnknown() {
    Contact inParis = new Contact(null, null, null, "Europe/Paris", null);
    Contact onMars = new Contact(null, null, null, "Mars/Olympus_Mons", null);
    var paris = at(NIGHT, RECOMMENDATION, LONG_AGO);
    var mars = at(NIGHT, RECOMMENDATION, LONG_AGO);

    assertThat(gate.ask(paris.customer(anna -> anna.with(inParis, NIGHT)).build()))
        .as("eight in the evening")
        .isEqualTo(Verdict.GO);
    assertThat(gate.ask(mars.customer(anna -> anna.with(onMars, NIGHT)).build()))
        .isEqualTo(UNTIL_EIGHT);
  }

  @Test
  void whereNoHourIsQuietMailGoesAtNight() {
    var always =
        at(NIGHT, RECOMMENDATION, LONG_AGO).set("quietHours.from", "").set("quietHours.to", "");

    assertThat(gate.ask(always.build())).isEqualTo(Verdict.GO);
  }
}
