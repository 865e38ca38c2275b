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

  /** Two senders at once, and one that serves the customers' requests. */
  private static final int WORKERS = 2;

  private static final int HTTP_WORKER = 2;
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
  private final List<Worker> workers = new ArrayList<>();
  private final List<Task> tasks = new ArrayList<>();
  private final List<Runnable> choices = new ArrayList<>();
  private final Agenda agenda = new Agenda();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Moments moments;
  private Instant now;
  private Instant lastTick = Instant.MIN;
  private @Nullable Task running;
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
    for (int worker = 0; worker <= HTTP_WORKER; worker++) {
      workers.add(worker(worker));
    }
  }

  private Worker worker(int number) {
    return new Worker(this, dynamo, "w" + number + "." + owners, variation);
  }

  /** Lets everything happen until nothing is left to happen. */
  void run() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (!oneRound()) {
        tasks.forEach(Task::kill);
        return;
      }
    }
    tasks.forEach(Task::kill);
    witness.complain("it never comes to an end");
  }

  private boolean oneRound() {
    tasks.removeIf(this::isOver);
    choices.clear();
    for (Task task : tasks) {
      Instant frozen = task.frozenUntil();
      if (frozen == null || !frozen.isAfter(now)) {
        choices.add(() -> resume(task));
      }
    }
    Agenda.Action next = agenda.due(now);
    if (next != null && (!next.isRequest() || isFree(HTTP_WORKER))) {
      choices.add(() -> begin(next));
    }
    int free = freeWorker();
    if (free >= 0) {
      Worker worker = workers.get(free);
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
      choices.add(() -> queue.receive(worker, function).ifPresent(this::start));
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
    for (Task task : tasks) {
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
    start(new Task("release", worker, workers.get(worker).release));
  }

  private void begin(Agenda.Action action) {
    agenda.removeFirst();
    if (action.isRequest()) {
      start(new Task(action.name(), HTTP_WORKER, () -> request(action)));
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

  private void start(Task task) {
    tasks.add(task);
    resume(task);
  }

  private void resume(Task task) {
    task.freezeUntil(null);
    running = task;
    task.resume();
    running = null;
  }

  private boolean isOver(Task task) {
    if (!task.isDone()) {
      return false;
    }
    Throwable failure = task.failure();
    if (failure != null && !(failure instanceof SdkClientException)) {
      witness.complain(task.name() + " ended with " + failure);
    }
    if (task.isKilled()) {
      workers.set(task.worker(), worker(task.worker()));
    }
    return true;
  }

  private int freeWorker() {
    for (int worker = 0; worker < WORKERS; worker++) {
      if (isFree(worker)) {
        return worker;
      }
    }
    return -1;
  }

  private boolean isFree(int worker) {
    return tasks.stream().noneMatch(task -> task.worker() == worker);
  }

  /** Lets a task wait until the scheduler chooses it again. */
  void pause(Task task) {
    task.pause();
    running = task;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** Whether there is somebody else who could go first. */
  boolean isBusy() {
    return tasks.size() > 1;
  }

  /** Whether something goes wrong now that does once in so many times. */
  boolean hasFaults(int oneIn) {
    return !calm && chance.nextInt(oneIn) == 0;
  }

  boolean isCalm() {
    return calm;
  }

  /** Who makes a request now; null where the scheduler does, or the witness. */
  @Nullable Task running() {
    return running;
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
    return Silence.CONTEXT;
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
    return workers.get(HTTP_WORKER);
  }
}
