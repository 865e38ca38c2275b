package kikkake.gate;

import static kikkake.TestData.NOON;
import static kikkake.mail.MailBuilder.mail;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kikkake.mail.MailKind;
import kikkake.mail.Reason;
import kikkake.mail.SituationBuilder;
import kikkake.mail.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShelfLifeTest {
  private static final Instant END = NOON.plus(Duration.ofHours(20));

  private final ShelfLife gate = new ShelfLife();

  @ParameterizedTest
  @EnumSource(MailKind.class)
  void aMailGoesToTheLastSecondOfItsShelfLifeAndNotAfter(MailKind kind) {
    var situation = SituationBuilder.of(mail(kind, "o-1").expiresAt(END));

    assertThat(gate.ask(situation.at(END).build())).isEqualTo(Verdict.GO);
    assertThat(gate.ask(situation.at(END.plusSeconds(1)).build()))
        .isEqualTo(new Verdict.Skip(Reason.TOO_LATE));
  }
}
