package kikkake.local.world;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import org.jspecify.annotations.Nullable;

/** A function behind a queue. */
public interface QueueFunction {
  /** Works through a batch; says which messages failed, or null where none did. */
  @Nullable SQSBatchResponse on(SQSEvent batch);
}
