package kikkake.local.world.variants;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import java.util.List;
import kikkake.local.world.QueueFunction;
import kikkake.local.world.Variation;

/** A batch gives the first message back, whichever failed. */
public final class WrongMessageId implements Variation {
  @Override
  public String name() {
    return "a batch reports the wrong message id";
  }

  @Override
  public QueueFunction events(QueueFunction function) {
    return broken(function);
  }

  @Override
  public QueueFunction sends(QueueFunction function) {
    return broken(function);
  }

  @Override
  public QueueFunction feedback(QueueFunction function) {
    return broken(function);
  }

  private static QueueFunction broken(QueueFunction function) {
    return batch -> {
      SQSBatchResponse answer = function.on(batch);
      if (answer == null || answer.getBatchItemFailures().isEmpty()) {
        return answer;
      }
      String first = batch.getRecords().getFirst().getMessageId();
      return new SQSBatchResponse(List.of(new BatchItemFailure(first)));
    };
  }
}
