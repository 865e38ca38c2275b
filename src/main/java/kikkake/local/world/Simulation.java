package kikkake.local.world;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs worlds, one for each seed. */
final class Simulation {
  /** What is counted in every world. */
  static final List<String> COUNTS =
      List.of(
          "ambiguous",
          "crashes",
          "duplicates",
          "erasures",
          "freezes",
          "mails",
          "optOuts",
          "optOutsInFlight",
          "outages",
          "preferences",
          "rejects",
          "throttles");

  private Simulation() {}

  /**
   * What came of one seed.
   *
   * @param violations the invariants that were broken; empty where all held
   * @param counts what happened, by name
   */
  record Result(long seed, List<String> violations, Map<String, Integer> counts) {
    Result {
      violations = List.copyOf(violations);
      counts = Map.copyOf(counts);
    }
  }

  static Result run(long seed, Variation variation, @Nullable Consumer<String> story) {
    World world =
        new World(seed, Script.start(seed), variation, false, House.of(seed), null, story);
    world.house().furnish(world);
    Script.write(world);
    world.run();
    world.count("mails", world.ses().accepted().size());
    return new Result(seed, world.witness().judge(), world.counts());
  }
}
