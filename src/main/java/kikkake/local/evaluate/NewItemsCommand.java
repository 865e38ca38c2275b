package kikkake.local.evaluate;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Foretells which items a customer buys for the first time. */
@Command(
    name = "new-items",
    description = {
      "Foretells which items a customer buys for the first time.",
      "The cases of next-basket; what the customer has is left out of the list and of the truth."
    },
    mixinStandardHelpOptions = true)
final class NewItemsCommand implements Callable<Integer> {
  @Mixin private PurchaseInput input = new PurchaseInput();

  @Mixin private Showing showing = new Showing();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Complaints complaints = new Complaints();
    PurchaseData data = input.read(complaints);
    showing.run(PurchaseContests.newItems(data), complaints, spec);
    return 0;
  }
}
