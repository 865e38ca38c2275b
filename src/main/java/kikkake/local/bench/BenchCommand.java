package kikkake.local.bench;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./kikkake bench}. */
@Command(
    name = "bench",
    description = "Times what recommendations take on this machine.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class BenchCommand {
  private static final double MEDIAN = 50;
  private static final double P99 = 99;

  @Spec private @Nullable CommandSpec spec;

  private PrintWriter out() {
    if (spec == null) {
      throw new IllegalStateException("The command does not run from the command line");
    }
    return spec.commandLine().getOut();
  }

  @Command(
      name = "ranking",
      mixinStandardHelpOptions = true,
      description = {
        "Times the recommendations of one mail with JMH, about a minute.",
        "A customer with 200 counters, 25 seeds with lists of 50, a shop of 2,000 items."
      })
  int ranking() throws RunnerException {
    Collection<RunResult> results =
        new Runner(new OptionsBuilder().include(RankingBenchmark.class.getName() + "\\.").build())
            .run();
    for (RunResult result : results) {
      Statistics times = result.getPrimaryResult().getStatistics();
      out()
          .printf(
              Locale.ROOT,
              "%-15s p50 %,7.0f us   p99 %,7.0f us   %,d samples%n",
              result.getPrimaryResult().getLabel(),
              times.getPercentile(MEDIAN),
              times.getPercentile(P99),
              times.getN());
    }
    out().flush();
    return 0;
  }
}
