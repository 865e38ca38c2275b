package kikkake.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import kikkake.measure.Feedback;

/** Learns from a batch of SES's events. */
public final class FeedbackHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final Feedback feedback;
  private final DeadLetters deadLetters;

  /** For Lambda, which runs this once, before the first batch. */
  public FeedbackHandler() {
    this(Wiring.fromEnvironment());
  }

  FeedbackHandler(Wiring wiring) {
    this(wiring.feedback(), wiring.deadLetters());
  }

  public FeedbackHandler(Feedback feedback, DeadLetters deadLetters) {
    this.feedback = feedback;
    this.deadLetters = deadLetters;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
    return Messages.each(batch, context, deadLetters, feedback::on);
  }
}
