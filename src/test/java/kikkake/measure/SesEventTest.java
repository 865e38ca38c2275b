package kikkake.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import kikkake.Fixtures;
import kikkake.event.CustomerId;
import kikkake.event.MalformedEvent;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SesEventTest {
  private static final MailKey THANK_YOU =
      new MailKey(new CustomerId("c-1001"), MailKind.THANK_YOU, "20261121-0001");

  @ParameterizedTest
  @CsvSource({
    "bounce, BOUNCED_FOR_GOOD, hanako@example.com",
    "complaint, COMPLAINED, hanako@example.com",
    "delivery, ACCEPTED, ",
    "reject, REFUSED, ",
  })
  void readsTheEventsOfSes(String file, SesEvent.Kind kind, @Nullable String about) {
    assertThat(SesEvent.read(Fixtures.body(file)))
        .isEqualTo(
            new SesEvent(
                kind,
                THANK_YOU,
                1,
                "010001935d1f2a3b-5f0c1d2e-aaaa-4bbb-8ccc-123456789abc-000000",
                Instant.parse("2026-11-21T01:15:04.120Z"),
                about == null ? List.of() : List.of(about)));
  }

  @Test
  void aPassingBounceIsNoReasonToSuppress() {
    String transientBounce = Fixtures.body("bounce").replace("\"Permanent\"", "\"Transient\"");

    assertThat(SesEvent.read(transientBounce).kind()).isEqualTo(SesEvent.Kind.ACCEPTED);
  }

  @ParameterizedTest
  @CsvSource({
    "\"messageId\":, \"x\":, detail.mail.messageId",
    "\"eventType\":\"Bounce\", \"eventType\":1, detail.eventType",
    "2026-11-21T01:15:04.120Z, yesterday, detail.mail.timestamp",
    "\"kikkake-send\":[\", \"kikkake-send\":[\"%%%, detail.mail.tags.kikkake-send",
    "\"kikkake-attempt\":[\"1\"], \"kikkake-attempt\":[\"one\"], detail.mail.tags.kikkake-attempt",
  })
  void namesTheFieldOfAMalformedOne(String what, String instead, String field) {
    String message = Fixtures.body("bounce").replace(what, instead);

    MalformedEvent refusal =
        catchThrowableOfType(MalformedEvent.class, () -> SesEvent.read(message));

    assertThat(refusal).isNotNull();
    assertThat(refusal.field()).isEqualTo(field);
  }
}
