package kikkake.mail;

import java.util.function.BooleanSupplier;
import kikkake.table.ForwardingDynamo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Makes each change twice while it is told to, as the SDK does that heard no answer. */
final class RepeatingClient extends ForwardingDynamo {
  private final BooleanSupplier repeats;

  RepeatingClient(DynamoDbClient client, BooleanSupplier repeats) {
    super(client);
    this.repeats = repeats;
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    if (repeats.getAsBoolean()) {
      try {
        super.updateItem(request);
      } catch (ConditionalCheckFailedException e) {
        // Nobody hears that either.
      }
    }
    return super.updateItem(request);
  }
}
