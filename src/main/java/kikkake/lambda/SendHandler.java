package kikkake.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import kikkake.mail.SendMail;

/** Sends a batch of mails that may be due. */
public final class SendHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
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
    return Messages.each(
        batch, context, deadLetters, message -> sendMail.send(SendMessage.read(message)));
  }
}
