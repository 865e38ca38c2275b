package kikkake.local.world;

import java.util.List;
import kikkake.customer.Tombstones;
import kikkake.history.History;
import kikkake.mail.Gate;
import kikkake.mail.Ledger;
import kikkake.mail.Mailer;
import kikkake.mail.Recipients;
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

  default List<Gate> gates(List<Gate> gates) {
    return gates;
  }

  default History history(History history) {
    return history;
  }

  default Tombstones tombstones(Tombstones tombstones) {
    return tombstones;
  }

  default QueueFunction events(QueueFunction function) {
    return function;
  }

  default QueueFunction sends(QueueFunction function) {
    return function;
  }

  default QueueFunction feedback(QueueFunction function) {
    return function;
  }
}
