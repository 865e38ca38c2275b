package kikkake.local.evaluate;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Foretells one hidden item of a basket from the rest of it. */
@Command(
    name = "complement",
    description = {
      "Foretells one hidden item of a basket from the rest of it.",
      "A case: a basket after the cut with at least two items that are known from before it."
    },
    mixinStandardHelpOptions = true)
final class ComplementCommand implements Callable<Integer> {
  @Mixin private PurchaseInput input = new PurchaseInput();

  @Mixin private Showing showing = new Showing();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Complaints complaints = new Complaints();
    PurchaseData data = input.read(complaints);
    showing.run(PurchaseContests.complement(data, showing.seed()), complaints, spec);
    return 0;
  }
}
