package kikkake.lambda;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.purchase;
import static kikkake.mail.MailKind.THANK_YOU;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import kikkake.TestShop;
import kikkake.mail.MailKey;
import kikkake.mail.MailState;
import kikkake.template.Publication;
import kikkake.template.Publications;
import kikkake.template.TemplateSource;
import kikkake.template.TemplateVersion;
import org.junit.jupiter.api.Test;

class SendHandlerTest {
  private final TestShop shop = new TestShop().sells("tea", "cup").knows(ANNA);
  private final RecordingContext context = new RecordingContext();
  private final SendHandler handler =
      new SendHandler(
          shop.sendMail,
          (message, reason) -> {
            throw new IllegalStateException(reason);
          });

  /** Three orders, whose thanks take so long each that then so much time is left. */
  private SQSEvent threeHints(Duration atFirst, Duration... left) {
    context.remaining(atFirst);
    shop.mailer.answer(mail -> {
      context.remaining(left[shop.mailer.mails().size() - 1]);
      return shop.mailer.accepted();
    });
    List<SQSMessage> messages =
        IntStream.rangeClosed(1, 3)
            .mapToObj(number -> {
              shop.arrive(purchase("o-" + number, "tea").build());
              SQSMessage message = new SQSMessage();
              message.setMessageId("id-" + number);
              message.setBody(SendMessage.write(new MailKey(ANNA, THANK_YOU, "o-" + number)));
              return message;
            })
            .toList();
    SQSEvent batch = new SQSEvent();
    batch.setRecords(messages);
    return batch;
  }

  @Test
  void nearTheEndOfItsTimeItClaimsNoMoreAndTheTickFindsTheRest() {
    SQSEvent batch = threeHints(Duration.ofSeconds(60), Duration.ofSeconds(34));

    assertThat(handler.handleRequest(batch, context).getBatchItemFailures()).isEmpty();

    assertThat(shop.mailer.mails()).hasSize(1);
    assertThat(shop.state(THANK_YOU, "o-2")).isEqualTo(new MailState.Planned());
    assertThat(shop.state(THANK_YOU, "o-3")).isEqualTo(new MailState.Planned());
    assertThat(context.log()).isEqualTo("Dropped 2 hints: no time is left");
    shop.mailer.answer(mail -> shop.mailer.accepted());
    shop.deliver();
    assertThat(shop.mailer.mails()).hasSize(3);
  }

  @Test
  void whileThereIsTimeItSendsAll() {
    Duration enough = Duration.ofSeconds(35);
    SQSEvent batch = threeHints(Duration.ofSeconds(60), enough, enough, Duration.ofSeconds(1));

    handler.handleRequest(batch, context);

    assertThat(shop.mailer.mails()).hasSize(3);
    assertThat(context.log()).isEmpty();
  }

  @Test
  void aFunctionThatHasLessTimeInAllSendsWhatComes() {
    Duration one = Duration.ofSeconds(1);
    SQSEvent batch = threeHints(Duration.ofSeconds(30), one, one, one);

    handler.handleRequest(batch, context);

    assertThat(shop.mailer.mails()).hasSize(3);
  }

  @Test
  void aTemplateThatFailsIsLoggedAsTheAlarmReadsIt() throws IOException {
    TemplateSource broken =
        new TemplateSource("thank-you", "ja", "{{order.nobody}}", "x", "<mjml></mjml>", "x");
    Instant now = shop.clock.instant();
    shop.templates.save(new TemplateVersion(1, broken, "<p>x</p>", "sato", now, ""));
    shop.templates.publish(
        "thank-you", "ja", new Publication(1, now, "sato", ""), Publications.NONE);
    Duration enough = Duration.ofSeconds(60);

    handler.handleRequest(threeHints(enough, enough, enough, enough), context);

    assertThat(shop.mailer.mails()).hasSize(3);
    assertThat(context.log().lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith(SendHandler.TEMPLATE_FAILED + "Template thank-you/ja/1"));
    assertThat(Files.readString(Path.of("template.yaml")))
        .contains("FilterPattern: '\"" + SendHandler.TEMPLATE_FAILED.strip() + "\"'");
  }
}
