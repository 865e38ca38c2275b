package kikkake.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kikkake.event.EventJson;
import kikkake.journey.React;
import kikkake.mail.MailKey;
import kikkake.mail.SendQueue;

/** Reacts to a batch of the shop's events. */
public final class EventHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final React react;
  private final SendQueue sends;
  private final DeadLetters deadLetters;

  /** For Lambda, which runs this once, before the first batch. */
  public EventHandler() {
    this(Wiring.fromEnvironment());
  }

  EventHandler(Wiring wiring) {
    this(wiring.react(), wiring.sends(), wiring.deadLetters());
  }

  public EventHandler(React react, SendQueue sends, DeadLetters deadLetters) {
    this.react = react;
    this.sends = sends;
    this.deadLetters = deadLetters;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
    List<MailKey> due = new ArrayList<>();
    AtomicInteger dropped = new AtomicInteger();
    SQSBatchResponse response =
        Messages.each(
            batch,
            context,
            deadLetters,
            message -> due.addAll(react.on(EventJson.read(message), dropped::incrementAndGet)));
    if (dropped.get() > 0) {
      context
          .getLogger()
          .log("Dropped " + dropped.get() + " events of erased customers", LogLevel.INFO);
    }
    try {
      sends.hint(due);
    } catch (RuntimeException e) {
      // The mails are in the due index: the next tick brings them, and no message need come again.
      context.getLogger().log("Hints left to the tick: " + Messages.where(e), LogLevel.WARN);
    }
    return response;
  }
}
