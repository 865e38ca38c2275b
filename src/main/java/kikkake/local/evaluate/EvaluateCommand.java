package kikkake.local.evaluate;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures the recommender beside simple and published ones, on a shop's own data. */
@Command(
    name = "evaluate",
    description = {
      "Measures the recommender beside simple and published ones, on your own data.",
      "Each ranks the whole catalogue; what people did next is the judge (docs/recommendations.md)."
    },
    mixinStandardHelpOptions = true,
    subcommands = {NextViewCommand.class, RetargetCommand.class})
public final class EvaluateCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
    return 0;
  }

  @Command(
      name = "next-basket",
      description = {
        "Foretells what is in a customer's next basket.",
        "A case: a customer with at least two baskets before the cut (one in a file of --baskets) and the",
        "first basket after it."
      },
      mixinStandardHelpOptions = true)
  int nextBasket(@Mixin PurchaseInput input, @Mixin Showing showing) throws IOException {
    Complaints complaints = new Complaints();
    return showing.run(PurchaseContests.nextBasket(input.read(complaints)), complaints, spec);
  }

  @Command(
      name = "new-items",
      description = {
        "Foretells which items a customer buys for the first time.",
        "The cases of next-basket; what the customer has is left out of the list and of the truth."
      },
      mixinStandardHelpOptions = true)
  int newItems(@Mixin PurchaseInput input, @Mixin Showing showing) throws IOException {
    Complaints complaints = new Complaints();
    return showing.run(PurchaseContests.newItems(input.read(complaints)), complaints, spec);
  }

  @Command(
      name = "complement",
      description = {
        "Foretells one hidden item of a basket from the rest of it.",
        "A case: a basket after the cut with at least two items that are known from before it."
      },
      mixinStandardHelpOptions = true)
  int complement(@Mixin PurchaseInput input, @Mixin Showing showing) throws IOException {
    Complaints complaints = new Complaints();
    PurchaseData data = input.read(complaints);
    return showing.run(PurchaseContests.complement(data, showing.seed()), complaints, spec);
  }
}
