package kikkake.event;

import static kikkake.event.MessageTexts.identify;
import static kikkake.event.MessageTexts.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers to advertising mail, as an event tells them. */
class ConsentJsonTest {
  @Test
  void readsAnswersAboutAllAdvertisingAndAboutSingleKinds() {
    Contact contact =
        consents(
            """
            [{"advertising": true, "at": "2026-11-21T01:14:00Z", "source": "checkout"},
             {"advertising": false, "at": "2026-11-21T01:14:00Z", "wording": "3", "kind": "recommendation"}]
            """);
    Instant at = Instant.parse("2026-11-21T01:14:00Z");

    assertThat(contact.consent()).isEqualTo(new Consent(true, at, "checkout", null));
    assertThat(contact.kinds())
        .containsExactly(new Consent(false, at, null, "3", "recommendation"));
  }

  @Test
  void oneAnswerMayBeAboutOneKind() {
    Contact contact =
        consents(
            """
            {"advertising": true, "at": "2026-11-21T01:14:00Z", "kind": "browse-follow-up"}
            """);

    assertThat(contact.consent()).isNull();
    assertThat(contact.kinds())
        .singleElement()
        .extracting(Consent::kind)
        .isEqualTo("browse-follow-up");
  }

  @Test
  void ofSeveralAnswersAboutTheSameTheOneThatCountsIsTaken() {
    Contact contact =
        consents(
            """
            [{"advertising": true, "at": "2026-11-21T01:15:00Z"},
             {"advertising": false, "at": "2026-11-21T01:15:00Z"},
             {"advertising": true, "at": "2026-11-21T01:14:00Z"},
             {"advertising": false, "at": "2026-11-21T01:13:00Z", "kind": "recommendation"},
             {"advertising": true, "at": "2026-11-21T01:14:00Z", "kind": "recommendation"}]
            """);

    assertThat(contact.consent())
        .isEqualTo(new Consent(false, Instant.parse("2026-11-21T01:15:00Z"), null, null));
    assertThat(contact.kinds()).singleElement().extracting(Consent::advertising).isEqualTo(true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"advertising\": true, \"at\": \"2026-11-21T01:14:00Z\", \"kind\": \"s3cret\"}"
            + " | detail.traits.consent.kind: must be one of recommendation, browse-follow-up",
        "{\"advertising\": true, \"at\": \"2026-11-21T01:14:00Z\", \"kind\": 7}"
            + " | detail.traits.consent.kind: must be a text",
        "[{\"advertising\": true}]"
            + " | detail.traits.consent[0].at: is required: when the customer said so",
        "[7] | detail.traits.consent[0]: must be an object",
        "7 | detail.traits.consent: must be an object",
      })
  void anAnswerThatCannotBeUnderstoodNamesItsField(String consent, String problem) {
    assertThatThrownBy(() -> consents(consent))
        .isInstanceOf(MalformedEvent.class)
        .hasMessage(problem);
  }

  private static Contact consents(String consent) {
    return ((Identified) one(identify("\"consent\": " + consent))).contact();
  }
}
