package kikkake.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.time.Duration;
import java.util.function.Consumer;
import kikkake.mail.MailKey;
import kikkake.mail.SendMail;

/**
 * Sends a batch of mails that may be due. None is claimed that the end of the function's time might
 * leave in doubt: the tick finds it again.
 */
public final class SendHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  /** As long as SES's client waits for an answer, and all around it. */
  private static final Duration NEEDED = Duration.ofSeconds(35);

  /** An alarm counts the lines of the log that begin so. */
  static final String TEMPLATE_FAILED = "Template failed: ";

  private final SendMail sendMail;
  private final DeadLetters deadLetters;

  /** For Lambda, which runs this once, before the first batch. */
  public SendHandler() {
    this(Wiring.fromEnvironment());
  }

  SendHandler(Wiring wiring) {
    this(wiring.sendMail(), wiring.deadLetters());
  }

  public SendHandler(SendMail sendMail, DeadLetters deadLetters) {
    this.sendMail = sendMail;
    this.deadLetters = deadLetters;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
    Consumer<MailKey> mails =
        sendMail.batch(what -> context.getLogger().log(TEMPLATE_FAILED + what, LogLevel.ERROR));
    return Messages.eachInTime(
        batch, context, deadLetters, NEEDED, message -> mails.accept(SendMessage.read(message)));
  }
}
