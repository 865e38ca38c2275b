package kikkake.local.world;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kikkake.local.LocalContext;
import kikkake.local.simulate.SimulatedDynamo;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * One run: the functions, the services around them, and a scheduler that lets one task at a time go
 * from one request to the next. Which, and what goes wrong meanwhile, comes from the seed alone.
 */
final class World {
  static final String TABLE = "kikkake";

  private static final Context NOBODY_LISTENS = new LocalContext("simulated", line -> {});

  private static final int MOST_ROUNDS = 20_000;

  private final SplittableRandom chance;
  private final Variation variation;
  private final boolean calm;
  private final House house;
  private final @Nullable Consumer<String> story;
  private final SimulatedDynamo dynamo;
  private final DynamoUsage usage = new DynamoUsage();
  private final SimulatedQueue events = new SimulatedQueue("event", this);
  private final SimulatedQueue sends = new SimulatedQueue("send", this);
  private final SimulatedQueue feedback = new SimulatedQueue("feedback", this);
  private final SimulatedSes ses = new SimulatedSes(this, feedback);
  private final Witness witness = new Witness(this);
  private final List<Runnable> choices = new ArrayList<>();
  private final Agenda agenda = new Agenda();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Moments moments;
  private final Crew crew;
  private Instant now;
  private Instant lastTick = Instant.MIN;
  private int owners;

  /**
   * A world before its first moment.
   *
   * @param house the shop's own limits
   * @param crashPoint where the one crash happens of a world without chance; null for a world in
   *     which everything happens
   * @param story hears what happens; null where nobody listens
   */
  World(
      long seed,
      Instant start,
      Variation variation,
      boolean calm,
      House house,
      @Nullable CrashPoint crashPoint,
      @Nullable Consumer<String> story) {
    this.chance = new SplittableRandom(seed);
    this.variation = variation;
    this.calm = calm;
    this.house = house;
    this.story = story;
    this.now = start;
    this.moments = new Moments(this, calm, crashPoint);
    this.dynamo = new SimulatedDynamo(TABLE, moments, moments);
    this.crew = new Crew(witness, this::worker);
  }

  private Worker worker(int number) {
    return new Worker(this, dynamo, "w" + number + "." + owners, variation);
  }

  /** Lets everything happen until nothing is left to happen. */
  void run() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (!oneRound()) {
        crew.killAll();
        return;
      }
    }
    crew.killAll();
    witness.complain("it never comes to an end");
  }

  private boolean oneRound() {
    crew.letGo();
    choices.clear();
    for (Task task : crew.tasks()) {
      Instant frozen = task.frozenUntil();
      if (frozen == null || !frozen.isAfter(now)) {
        choices.add(() -> crew.resume(task));
      }
    }
    Agenda.Action next = agenda.due(now);
    if (next != null && (!next.isRequest() || crew.isFree(Crew.HTTP))) {
      choices.add(() -> begin(next));
    }
    int free = crew.freeSender();
    if (free >= 0) {
      Worker worker = crew.worker(free);
      offer(events, free, worker.events);
      offer(sends, free, worker.sends);
      offer(feedback, free, worker.feedback);
      if (!calm && !now.isBefore(lastTick.plusSeconds(60)) && chance.nextInt(6) == 0) {
        choices.add(() -> tick(free));
      }
    }
    if (!choices.isEmpty()) {
      choices.get(choices.size() == 1 ? 0 : chance.nextInt(choices.size())).run();
      return true;
    }
    return moveOn(free);
  }

  private void offer(SimulatedQueue queue, int worker, QueueFunction function) {
    if (queue.hasVisible()) {
      choices.add(() -> queue.receive(worker, function).ifPresent(crew::start));
    }
  }

  /** Nothing can happen now: moves the clock to when something can. */
  private boolean moveOn(int free) {
    Optional<Instant> tick =
        dynamo.firstDue().map(Instant::parse).map(due -> later(due, lastTick.plusSeconds(60)));
    List<Instant> times = new ArrayList<>();
    tick.ifPresent(times::add);
    Optional.ofNullable(agenda.nextAt()).ifPresent(times::add);
    if (free >= 0) {
      Stream.of(events, sends, feedback)
          .flatMap(queue -> queue.nextVisibleAt().stream())
          .forEach(times::add);
    }
    for (Task task : crew.tasks()) {
      Instant frozen = task.frozenUntil();
      if (frozen != null) {
        times.add(frozen);
      }
    }
    // What is past and did not happen waits for a worker that is frozen.
    times.removeIf(time -> !time.isAfter(now) && !(free >= 0 && tick.equals(Optional.of(time))));
    Optional<Instant> next = times.stream().min(Instant::compareTo);
    next.ifPresent(time -> now = later(time, now));
    if (free >= 0 && tick.isPresent() && !tick.get().isAfter(now)) {
      tick(free);
    }
    return next.isPresent();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isBefore(b) ? b : a;
  }

  private void tick(int worker) {
    lastTick = now;
    crew.start(new Task("release", worker, crew.worker(worker).release));
  }

  private void begin(Agenda.Action action) {
    agenda.removeFirst();
    if (action.isRequest()) {
      crew.start(new Task(action.name(), Crew.HTTP, () -> request(action)));
    } else {
      note(action.name());
      action.what().run();
    }
  }

  /** Whoever gets no answer tries again. */
  private void request(Agenda.Action action) {
    boolean done = false;
    try {
      action.what().run();
      done = true;
    } catch (SdkClientException e) {
      note(action.name() + " fails");
    } finally {
      if (!done) {
        agenda.add(now.plusSeconds(60), action);
      }
    }
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** Whether something goes wrong now that does once in so many times. */
  boolean hasFaults(int oneIn) {
    return !calm && chance.nextInt(oneIn) == 0;
  }

  boolean isCalm() {
    return calm;
  }

  SplittableRandom chance() {
    return chance;
  }

  Instant now() {
    return now;
  }

  long step() {
    return moments.step();
  }

  int nextOwner() {
    return ++owners;
  }

  Agenda agenda() {
    return agenda;
  }

  Crew crew() {
    return crew;
  }

  House house() {
    return house;
  }

  Moments moments() {
    return moments;
  }

  SimulatedDynamo dynamo() {
    return dynamo;
  }

  /** Whether somebody listens to the story. */
  boolean isTold() {
    return story != null;
  }

  void count(String what) {
    count(what, 1);
  }

  void count(String what, int times) {
    counts.merge(what, times, Integer::sum);
  }

  /** The table as the world's end sees it, without any worker. */
  DynamoTable table() {
    return new DynamoTable(dynamo, TABLE, usage);
  }

  Map<String, Integer> counts() {
    return counts;
  }

  void note(String line) {
    if (story != null) {
      story.accept(now + "  " + line);
    }
  }

  Context context() {
    return NOBODY_LISTENS;
  }

  DynamoUsage usage() {
    return usage;
  }

  SimulatedQueue events() {
    return events;
  }

  SimulatedQueue sends() {
    return sends;
  }

  SimulatedQueue feedback() {
    return feedback;
  }

  SimulatedSes ses() {
    return ses;
  }

  Witness witness() {
    return witness;
  }

  /** The worker that serves the customers' requests, and whom the witness asks in the end. */
  Worker http() {
    return crew.worker(Crew.HTTP);
  }
}
