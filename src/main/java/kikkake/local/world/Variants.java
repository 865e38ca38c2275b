package kikkake.local.world;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.ServiceLoader;

/** Runs the broken variants until the simulator catches each. */
public final class Variants {
  private static final long BATCH = 64;

  private Variants() {}

  /** The variants on the class path; the product itself ships none. */
  public static List<Variation> all() {
    return ServiceLoader.load(Variation.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  /** The first seed that catches a variant, if one does. */
  public static OptionalLong caughtBy(Variation variant, long from, long seeds) {
    long[] caught = {Long.MAX_VALUE};
    for (long begin = from; begin < from + seeds && caught[0] == Long.MAX_VALUE; begin += BATCH) {
      SimulateCommand.each(
          begin,
          Math.min(BATCH, from + seeds - begin),
          seed -> Simulation.run(seed, variant, null),
          result -> {
            if (!result.violations().isEmpty()) {
              caught[0] = Math.min(caught[0], result.seed());
            }
          });
    }
    return caught[0] == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(caught[0]);
  }

  static int print(PrintWriter out, long from, long seeds) {
    List<Variation> variants = all();
    if (variants.isEmpty()) {
      out.println("There are no variants on the class path; ./kikkake adds them from the tests.");
      return 2;
    }
    int missed = 0;
    for (Variation variant : variants) {
      OptionalLong seed = caughtBy(variant, from, seeds);
      missed += seed.isPresent() ? 0 : 1;
      String how = seed.isPresent() ? "caught by seed " + seed.getAsLong() : "NOT CAUGHT";
      String why =
          seed.isPresent()
              ? Simulation.run(seed.getAsLong(), variant, null).violations().getFirst()
              : "";
      out.printf(Locale.ROOT, "%-48s %-22s %s%n", variant.name(), how, why);
      out.flush();
    }
    return missed == 0 ? 0 : 1;
  }
}
