package kikkake.local.world.variants;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.HashSet;
import java.util.Set;
import kikkake.event.Purchased;
import kikkake.history.History;
import kikkake.local.world.QueueFunction;
import kikkake.local.world.Variation;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** A message counts once for the queue's id of it; another id plans its mails anew. */
public final class MessageIdAsKey implements Variation {
  @Override
  public String name() {
    return "dedupe on the queue's message id";
  }

  @Override
  public DynamoDbClient table(DynamoDbClient table) {
    return new ChangedRequests(table) {
      @Override
      PutItemRequest changed(PutItemRequest request) {
        return isOf(request, "M#") ? unconditional(request) : request;
      }
    };
  }

  @Override
  public History history(History history) {
    return new ChangedHistory(history) {
      @Override
      public boolean contains(Purchased purchase) {
        return false;
      }
    };
  }

  @Override
  public QueueFunction events(QueueFunction function) {
    Set<String> seen = new HashSet<>();
    return batch -> {
      SQSEvent fresh = new SQSEvent();
      fresh.setRecords(
          batch.getRecords().stream().filter(message -> !seen.contains(id(message))).toList());
      var answer = function.on(fresh);
      fresh.getRecords().forEach(message -> seen.add(id(message)));
      return answer;
    };
  }

  private static String id(SQSMessage message) {
    return message.getMessageId();
  }
}
