package kikkake.local.evaluate;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
    subcommands = {
      NextBasketCommand.class,
      NewItemsCommand.class,
      ComplementCommand.class,
      NextViewCommand.class,
      RetargetCommand.class
    })
public final class EvaluateCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
    return 0;
  }
}
