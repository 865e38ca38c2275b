package kikkake.local;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs past events through everything, on virtual clocks that jump from one event or due mail to
 * the next. Several lanes run beside each other, each with people of its own; they wait for each
 * other where something concerns everybody. So the same input gives the same decisions.
 */
final class Replay {
  /** The item lists are made at this hour of the shop's day. */
  private static final LocalTime REBUILD_AT = LocalTime.of(3, 0);

  private static final Duration LONGEST_WAIT = Duration.ofDays(60);

  /** More than a laptop's cores, because each waits half its time for the database's one thread. */
  private static final int LANES = 4;

  private final LocalStack stack;
  private final VirtualClock clock;
  private final int rebuildDays;

  /**
   * A replay into a stack that stands on the same clock.
   *
   * @param rebuildDays every how many days the item lists are made anew
   */
  Replay(LocalStack stack, VirtualClock clock, int rebuildDays) {
    this.stack = stack;
    this.clock = clock;
    this.rebuildDays = rebuildDays;
  }

  /**
   * Runs the messages, in the order of their arrival.
   *
   * @param until where to stop the clock; null lets every planned mail come to its end
   * @param progress hears how many messages are done
   */
  ReplayRun run(List<Arrival> arrivals, @Nullable Instant until, LongConsumer progress) {
    long start = System.nanoTime();
    ReplayInput input =
        ReplayInput.read(
            arrivals.stream()
                .takeWhile(arrival -> until == null || !arrival.at().isAfter(until))
                .toList());
    // What is in the table already may link people in ways that the input does not show.
    boolean alone = !LocalTable.isEmpty(stack.dynamo().client());
    stack.functions().ledger().load();
    List<Lane> all = new ArrayList<>(List.of(new Lane(stack.functions(), clock)));
    try {
      while (!alone && all.size() < LANES) {
        VirtualClock own = new VirtualClock(clock.instant());
        all.add(new Lane(stack.beside(own), own));
      }
      try (Lanes lanes = new Lanes(all, progress)) {
        run(input, lanes, until);
      }
    } finally {
      all.stream().skip(1).forEach(lane -> lane.functions().close());
    }
    return new ReplayRun(input, input.counts((System.nanoTime() - start) / 1e9));
  }

  private void run(ReplayInput input, Lanes lanes, @Nullable Instant until) {
    ZoneId zone = stack.wiring().settings().read().zone();
    Instant nextRebuild =
        clock
            .instant()
            .atZone(zone)
            .toLocalDate()
            .plusDays(1)
            .atTime(REBUILD_AT)
            .atZone(zone)
            .toInstant();
    for (ReplayInput.Message message : input.messages()) {
      Instant at = message.arrival().at();
      while (!nextRebuild.isAfter(at)) {
        lanes.advanceTo(nextRebuild);
        stack.functions().rebuild();
        nextRebuild = nextRebuild.atZone(zone).plusDays(rebuildDays).toInstant();
      }
      Optional<Integer> lane = input.laneOf(message, lanes.count());
      if (lane.isPresent()) {
        lanes.add(lane.get(), message.arrival());
      } else {
        lanes.advanceTo(at);
        lanes.add(0, message.arrival());
        lanes.advanceTo(at);
      }
    }
    lanes.advanceTo(until == null ? lanes.latest().plus(LONGEST_WAIT) : until);
  }
}
