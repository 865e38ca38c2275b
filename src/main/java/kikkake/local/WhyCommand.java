package kikkake.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import kikkake.customer.DynamoCustomers;
import kikkake.event.CustomerId;
import kikkake.history.DynamoHistory;
import kikkake.mail.DynamoLedger;
import kikkake.mail.DynamoSettings;
import kikkake.mail.Why;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells the story of a customer's mails. */
@Command(
    name = "why",
    description = {
      "Tells which mails were planned for a customer, and what became of each, and why; and which mails",
      "the customer's orders gave no rise to.",
    },
    mixinStandardHelpOptions = true)
final class WhyCommand implements Callable<Integer> {
  @Mixin private RealTable table = new RealTable();

  @Parameters(paramLabel = "CUSTOMER", description = "The customer's id, as in the shop's events.")
  private String customer = "";

  @Option(
      names = "--mail",
      paramLabel = "KEY",
      description = "Only the mails of this order or day, like o-1001 or thank-you/o-1001.")
  private String mail = "";

  @Option(
      names = "--language",
      paramLabel = "ja|en",
      defaultValue = "en",
      description = "Tell it in Japanese or English (default: ${DEFAULT-VALUE}).")
  private String language = "en";

  @Option(names = "--json", description = "Print JSON, as WhyFunction answers.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!language.equals("ja") && !language.equals("en")) {
      throw new UserError("--language must be ja or en");
    }
    table.use(new DynamoUsage(), this::tell);
    return 0;
  }

  private void tell(DynamoTable dynamo) {
    Why why =
        new Why(
            new DynamoLedger(dynamo),
            new DynamoCustomers(dynamo),
            new DynamoSettings(dynamo, InstantSource.system()),
            new DynamoHistory(dynamo));
    CustomerId id = customerId();
    Why.Answer answer = why.tell(id, mail);
    boolean japanese = language.equals("ja");
    List<String> lines = answer.lines(japanese);
    PrintWriter out = Main.out(spec);
    if (json) {
      out.println(LocalHttp.JSON.valueToTree(answer.tree(id, japanese)).toPrettyString());
    } else if (lines.isEmpty()) {
      out.println(japanese ? "メールの予定はありません。" : "No mail was planned.");
    } else {
      lines.forEach(out::println);
    }
    out.flush();
  }

  private CustomerId customerId() {
    try {
      return new CustomerId(customer);
    } catch (IllegalArgumentException e) {
      throw new UserError("CUSTOMER " + e.getMessage());
    }
  }
}
