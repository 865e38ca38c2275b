package kikkake.local.world;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import kikkake.mail.Gate;
import kikkake.mail.Ledger;
import kikkake.mail.Mailer;
import kikkake.mail.Recipients;
import kikkake.mail.Suppressions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A way to build the product otherwise than it is: broken in one place, so that one can see whether
 * the simulator finds it. What is not overridden is as it is.
 */
public interface Variation {
  /** The product as it is. */
  Variation NONE =
      new Variation() {
        @Override
        public String name() {
          return "as it is";
        }
      };

  String name();

  default DynamoDbClient table(DynamoDbClient table) {
    return table;
  }

  default Ledger ledger(Ledger ledger) {
    return ledger;
  }

  default Mailer mailer(Mailer mailer) {
    return mailer;
  }

  default Recipients recipients(Recipients recipients) {
    return recipients;
  }

  default Suppressions suppressions(Suppressions suppressions) {
    return suppressions;
  }

  default List<Gate> gates(List<Gate> gates) {
    return gates;
  }

  default InstantSource senderClock(InstantSource clock) {
    return clock;
  }

  default Function<SQSEvent, @Nullable SQSBatchResponse> events(
      Function<SQSEvent, @Nullable SQSBatchResponse> function) {
    return function;
  }

  default Function<SQSEvent, @Nullable SQSBatchResponse> sends(
      Function<SQSEvent, @Nullable SQSBatchResponse> function) {
    return function;
  }

  default Function<SQSEvent, @Nullable SQSBatchResponse> feedback(
      Function<SQSEvent, @Nullable SQSBatchResponse> function) {
    return function;
  }
}
