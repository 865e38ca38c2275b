package kikkake.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kikkake.event.MalformedEvent;

/**
 * Goes through a batch of messages one by one. One that can never succeed goes to the dead letters
 * at once; one that failed for now goes back to the queue; neither harms the others.
 */
final class Messages {
  private static final int FRAMES = 8;

  private Messages() {}

  static SQSBatchResponse each(
      SQSEvent batch, Context context, DeadLetters deadLetters, Consumer<String> work) {
    return each(batch, context, deadLetters, () -> true, work);
  }

  /**
   * Goes through a batch of hints, which may get lost: those that are left when the function's time
   * comes to its end are dropped, and do not fail.
   *
   * @param needed how long one may take; a function that has less in all takes them as they come
   */
  static SQSBatchResponse eachInTime(
      SQSEvent batch,
      Context context,
      DeadLetters deadLetters,
      Duration needed,
      Consumer<String> work) {
    boolean hasAny = hasLeft(context, needed);
    return each(batch, context, deadLetters, () -> !hasAny || hasLeft(context, needed), work);
  }

  private static boolean hasLeft(Context context, Duration needed) {
    return context.getRemainingTimeInMillis() >= needed.toMillis();
  }

  private static SQSBatchResponse each(
      SQSEvent batch,
      Context context,
      DeadLetters deadLetters,
      BooleanSupplier inTime,
      Consumer<String> work) {
    List<BatchItemFailure> failures = new ArrayList<>();
    int dropped = 0;
    if (batch.getRecords() == null) {
      throw new MalformedEvent("Records", "is required: the event is no batch of a queue");
    }
    for (SQSEvent.SQSMessage message : batch.getRecords()) {
      if (dropped > 0 || !inTime.getAsBoolean()) {
        dropped++;
        continue;
      }
      try {
        try {
          work.accept(message.getBody());
        } catch (MalformedEvent e) {
          context
              .getLogger()
              .log("Dead letter " + message.getMessageId() + ": " + e.getMessage(), LogLevel.WARN);
          deadLetters.put(message.getBody(), String.valueOf(e.getMessage()));
        }
      } catch (RuntimeException e) {
        context
            .getLogger()
            .log("Message " + message.getMessageId() + " failed: " + where(e), LogLevel.ERROR);
        failures.add(new BatchItemFailure(message.getMessageId()));
      }
    }
    if (dropped > 0) {
      context.getLogger().log("Dropped " + dropped + " hints: no time is left", LogLevel.WARN);
    }
    return new SQSBatchResponse(failures);
  }

  /** The kind of a failure and where it happened; its text may be personal, and stays out. */
  static String where(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(5)
        .map(cause ->
            cause.getClass().getName()
                + Stream.of(cause.getStackTrace())
                    .limit(FRAMES)
                    .map(frame -> "\n  at " + frame)
                    .collect(Collectors.joining()))
        .collect(Collectors.joining("\ncaused by "));
  }
}
