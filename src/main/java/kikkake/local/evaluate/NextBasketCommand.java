package kikkake.local.evaluate;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Foretells what is in a customer's next basket. */
@Command(
    name = "next-basket",
    description = {
      "Foretells what is in a customer's next basket.",
      "A case: a customer with at least two baskets before the cut (one in a file of --baskets) and the",
      "first basket after it."
    },
    mixinStandardHelpOptions = true)
final class NextBasketCommand implements Callable<Integer> {
  @Mixin private PurchaseInput input = new PurchaseInput();

  @Mixin private Showing showing = new Showing();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Complaints complaints = new Complaints();
    PurchaseData data = input.read(complaints);
    showing.run(PurchaseContests.nextBasket(data), complaints, spec);
    return 0;
  }
}
