package kikkake.local.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs small worlds in which everything goes wrong, and says whether an invariant broke. */
@Command(
    name = "simulate",
    description = {
      "Runs small worlds in which everything that can go wrong does: duplicates, crashes, lost",
      "answers, frozen workers, customers who refuse at the worst moment. Checks every invariant",
      "after each; exit code 1 where one broke. The same seed gives the same world."
    },
    mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {
  private static final long SEEDS = 1_000;
  private static final long SEEDS_FOR_VARIANTS = 10_000;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "How many worlds (default: 1000; at most 10000 for each variant).")
  private @Nullable Long seeds;

  @Option(
      names = "--from",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "The first seed (default: ${DEFAULT-VALUE}).")
  private long from = 1;

  @Option(names = "--story", description = "Tell the whole story of the first seed.")
  private boolean story;

  @Option(
      names = "--crash-matrix",
      description = "Kill each path before and after every one of its requests, once each.")
  private boolean crashMatrix;

  @Option(
      names = "--variants",
      description = "Run the deliberately broken variants, and print the seed that caught each.")
  private boolean variants;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("The command does not run from the command line");
    }
    PrintWriter out = spec.commandLine().getOut();
    int code;
    if (crashMatrix) {
      code = CrashMatrix.print(out);
    } else if (variants) {
      code = Variants.print(out, from, seeds == null ? SEEDS_FOR_VARIANTS : seeds);
    } else if (story) {
      code = tell(out::println, from);
    } else {
      code = simulate(out, seeds == null ? SEEDS : seeds);
    }
    out.flush();
    return code;
  }

  private static int tell(Consumer<String> to, long seed) {
    Simulation.Result result = Simulation.run(seed, Variation.NONE, to);
    result.violations().forEach(violation -> to.accept("VIOLATION " + violation));
    return result.violations().isEmpty() ? 0 : 1;
  }

  private int simulate(PrintWriter out, long count) {
    Map<String, Long> counts = new TreeMap<>();
    Simulation.COUNTS.forEach(name -> counts.put(name, 0L));
    long[] violations = new long[1];
    each(
        from,
        count,
        seed -> Simulation.run(seed, Variation.NONE, null),
        result -> {
          result.counts().forEach((name, times) -> counts.merge(name, (long) times, Long::sum));
          if (!result.violations().isEmpty()) {
            violations[0] += result.violations().size();
            out.println("seed " + result.seed() + " breaks:");
            tell(out::println, result.seed());
            out.flush();
          }
        });
    ObjectNode summary = JsonNodeFactory.instance.objectNode();
    summary.put("seeds", count).put("violations", violations[0]);
    counts.forEach(summary::put);
    out.println(summary);
    return violations[0] == 0 ? 0 : 1;
  }

  /** Something to do with one seed. */
  interface OneSeed {
    Simulation.Result run(long seed);
  }

  /** Runs seeds on every core; the results are handed on one at a time, in no order. */
  static void each(long from, long seeds, OneSeed work, Consumer<Simulation.Result> results) {
    AtomicLong next = new AtomicLong(from);
    int threads = Runtime.getRuntime().availableProcessors();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          IntStream.range(0, threads)
              .<Future<?>>mapToObj(i ->
                  executor.submit(() -> {
                    for (long seed = next.getAndIncrement();
                        seed < from + seeds;
                        seed = next.getAndIncrement()) {
                      Simulation.Result result = work.run(seed);
                      synchronized (results) {
                        results.accept(result);
                      }
                    }
                  }))
              .toList();
      for (Future<?> thread : running) {
        thread.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted during a simulation", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A simulated world failed", e.getCause());
    }
  }
}
