package kikkake.local;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** The lanes of a replay, which run beside each other from one meeting to the next. */
final class Lanes implements AutoCloseable {
  private final List<Lane> lanes;
  private final List<List<Arrival>> waiting = new ArrayList<>();
  private final LongConsumer progress;
  private final AtomicLong done = new AtomicLong();
  private final ExecutorService threads;
  private Instant latest = Instant.MIN;

  /**
   * Lanes whose clocks show the same.
   *
   * @param progress hears how many messages are done, from one thread at a time
   */
  Lanes(List<Lane> lanes, LongConsumer progress) {
    this.lanes = List.copyOf(lanes);
    this.progress = progress;
    this.threads = Executors.newCachedThreadPool();
    lanes.forEach(lane -> {
      waiting.add(new ArrayList<>());
      lane.functions().ledger().onlyOwn(lanes.size() > 1);
    });
  }

  int count() {
    return lanes.size();
  }

  /** When the latest message came in. */
  Instant latest() {
    return latest;
  }

  /** Gives a message to a lane; it is taken in before the next meeting. */
  void add(int lane, Arrival arrival) {
    waiting.get(lane).add(arrival);
    latest = arrival.at();
  }

  /** Lets every lane work until all clocks show this time. */
  void advanceTo(Instant meeting) {
    List<Future<?>> working = new ArrayList<>();
    for (int i = 1; i < lanes.size(); i++) {
      Lane lane = lanes.get(i);
      List<Arrival> arrivals = taken(i);
      working.add(threads.submit(() -> work(lane, arrivals, meeting)));
    }
    work(lanes.getFirst(), taken(0), meeting);
    for (Future<?> lane : working) {
      await(lane);
    }
  }

  private List<Arrival> taken(int lane) {
    List<Arrival> arrivals = List.copyOf(waiting.get(lane));
    waiting.get(lane).clear();
    return arrivals;
  }

  private void work(Lane lane, List<Arrival> arrivals, Instant meeting) {
    lane.take(arrivals, this::oneMore);
    lane.advanceTo(meeting);
  }

  private void oneMore() {
    synchronized (progress) {
      progress.accept(done.incrementAndGet());
    }
  }

  private static void await(Future<?> lane) {
    try {
      lane.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted during a replay", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A lane of the replay failed", e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    lanes.forEach(lane -> lane.functions().ledger().onlyOwn(false));
  }
}
