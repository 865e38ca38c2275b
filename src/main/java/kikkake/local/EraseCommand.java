package kikkake.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import kikkake.customer.DynamoCustomers;
import kikkake.customer.DynamoTombstones;
import kikkake.customer.DynamoTraces;
import kikkake.customer.Erasure;
import kikkake.customer.SecretHash;
import kikkake.event.CustomerId;
import kikkake.mail.DynamoSuppressions;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Erases a customer, as EraseFunction does. */
@Command(
    name = "erase",
    description = {
      "Erases a customer from a table, as EraseFunction does: profile, history, planned mails, sign-ins.",
      "Events that come later are dropped. On AWS the environment variable KIKKAKE_TOMBSTONE_KEY must",
      "hold the stack's secret TombstoneKey."
    },
    mixinStandardHelpOptions = true)
final class EraseCommand implements Callable<Integer> {
  private static final String KEY = "KIKKAKE_TOMBSTONE_KEY";

  @Mixin private RealTable table = new RealTable();

  @Parameters(paramLabel = "CUSTOMER", description = "The id, as in the shop's events.")
  private String customer = "";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    try {
      CustomerId id = new CustomerId(customer);
      SecretHash hash = new SecretHash(key());
      table.use(new DynamoUsage(), dynamo -> erase(dynamo, id, hash));
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
    return 0;
  }

  private String key() {
    String key = System.getenv(KEY);
    if (key != null && !key.isBlank()) {
      return key.strip();
    }
    if (table.isOnThisMachine()) {
      return LocalFunctions.TOMBSTONE_KEY;
    }
    throw new UserError(
        "the environment variable "
            + KEY
            + " is not set; it must hold the stack's secret TombstoneKey (docs/deploy.md)");
  }

  private void erase(DynamoTable dynamo, CustomerId id, SecretHash hash) {
    int rows =
        new Erasure(
                new DynamoTombstones(dynamo, hash),
                new DynamoTraces(dynamo),
                new DynamoCustomers(dynamo),
                (address, at) -> new DynamoSuppressions(dynamo, hash).add(address, "erased", at),
                InstantSource.system())
            .erase(id);
    PrintWriter out = Main.out(spec);
    out.println("Erased: " + rows + " rows removed; the tick looks once more in 15 minutes");
    out.flush();
  }
}
