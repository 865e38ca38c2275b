package kikkake.local.world;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kikkake.mail.DynamoSettings;
import kikkake.mail.Settings;
import kikkake.table.DynamoTable;
import org.jspecify.annotations.Nullable;

/** Runs worlds, one for each seed. */
final class Simulation {
  static final int CAP_DAY = 1;
  static final int CAP_WEEK = 3;

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
    World world = new World(seed, Script.start(seed), variation, false, null, story);
    settings(world);
    Script.write(world);
    world.run();
    world.count("mails", world.ses().accepted().size());
    return new Result(seed, new ArrayList<>(world.witness().judge()), world.counts());
  }

  /** Caps so low that they are reached. */
  static void settings(World world) {
    Map<String, String> texts = new HashMap<>(Settings.DEFAULTS.texts());
    texts.put("cap.day", Integer.toString(CAP_DAY));
    texts.put("cap.week", Integer.toString(CAP_WEEK));
    DynamoTable table = world.table();
    Instant now = world.now();
    new DynamoSettings(table, InstantSource.fixed(now)).save(Settings.of(texts));
  }
}
