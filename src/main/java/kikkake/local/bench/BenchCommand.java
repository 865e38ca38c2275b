package kikkake.local.bench;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.management.ListenerNotFoundException;
import kikkake.local.UserError;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./kikkake bench}. */
@Command(
    name = "bench",
    description = "Times what recommendations and mails take on this machine.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class BenchCommand {
  private static final double MEDIAN = 50;
  private static final double P99 = 99;
  private static final long FEWEST_INTERACTIONS = 1_000;
  private static final long BYTES_OF_A_MEGABYTE = 1 << 20;

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
    return time(RankingBenchmark.class);
  }

  @Command(
      name = "rendering",
      mixinStandardHelpOptions = true,
      description = {
        "Times the rendering of one thank-you mail with JMH, about a minute,",
        "beside the Mustache library on its own."
      })
  int rendering() throws RunnerException {
    return time(RenderingBenchmark.class);
  }

  private int time(Class<?> benchmark) throws RunnerException {
    Collection<RunResult> results =
        new Runner(new OptionsBuilder().include(benchmark.getName() + "\\.").build()).run();
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

  @Command(
      name = "rebuild",
      mixinStandardHelpOptions = true,
      description = {
        "Rebuilds the item lists of made-up shops of growing size.",
        "KIKKAKE_HEAP=10g gives it as much memory as the largest function has.",
        "With --spark it ends with 1 where a list of Spark's differs."
      })
  int rebuild(
      @Parameters(
              paramLabel = "INTERACTIONS",
              arity = "1..*",
              description = "How many lines of orders the shop has, like 1000000.")
          List<Long> sizes,
      @Option(
              names = "--seed",
              paramLabel = "N",
              defaultValue = "1",
              description = "Of the made-up shop (default: ${DEFAULT-VALUE}).")
          long seed,
      @Option(
              names = "--spark",
              description =
                  "Also make the lists by Spark in this process, with the parameters that the"
                      + " rebuild chose, and compare them.")
          boolean bySpark)
      throws ListenerNotFoundException {
    for (long size : sizes) {
      if (size < FEWEST_INTERACTIONS) {
        throw new UserError(
            "INTERACTIONS must be at least %,d, and is %,d".formatted(FEWEST_INTERACTIONS, size));
      }
    }
    out()
        .println(
            "interactions    baskets     rows  packing s  choosing s  lists s  peak heap MB  write units  dollars");
    int differing = 0;
    for (long size : sizes) {
      RebuildBench.Result result = RebuildBench.run(seed, size, System::nanoTime);
      out()
          .printf(
              Locale.ROOT,
              "%,12d %,10d %,8d %10.1f %11.1f %8.1f %,13d %,12.0f %8.4f%n  %s%n",
              result.interactions(),
              result.baskets(),
              result.items(),
              result.collecting(),
              result.choosing(),
              result.listing(),
              result.peakBytes() / BYTES_OF_A_MEGABYTE,
              result.writeUnits(),
              result.dollars(),
              result.choice().text());
      out().flush();
      if (bySpark) {
        differing += bySpark(seed, size, result);
      }
    }
    return differing == 0 ? 0 : 1;
  }

  private int bySpark(long seed, long size, RebuildBench.Result inProcess) {
    SparkBench.Result result =
        SparkBench.run(
            seed, size, inProcess.choice().parameters(), inProcess.rows(), System::nanoTime);
    out()
        .printf(
            Locale.ROOT,
            "  Spark on %d cores, same parameters: lists %.1f s beside %.1f s in process, after %.1f s to"
                + " start; %,d of %,d lists differ%n",
            result.cores(),
            result.listing(),
            inProcess.listing(),
            result.starting(),
            result.differing(),
            result.lists());
    out().flush();
    return result.differing();
  }
}
