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
import kikkake.local.simulate.Io;
import kikkake.local.simulate.Lag;
import kikkake.local.simulate.SimulatedDynamo;
import kikkake.mail.Ledger;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import org.jspecify.annotations.Nullable;

/**
 * One run: the functions, the services around them, and a scheduler that lets one task at a time go
 * from one request to the next. Which, and what goes wrong meanwhile, comes from the seed alone.
 */
final class World implements Io, Lag {
  static final String TABLE = "kikkake";

  /** Two senders at once, and one that serves the customers' requests. */
  private static final int WORKERS = 2;

  private static final int HTTP_WORKER = 2;
  private static final int MOST_ROUNDS = 20_000;
  private static final int MOST_HIDDEN = 6;

  private final SplittableRandom chance;
  private final Variation variation;
  private final boolean calm;
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
  private final List<Action> script = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final @Nullable CrashPoint crashPoint;
  private Instant now;
  private Instant lastTick = Instant.MIN;
  private @Nullable Task running;
  private long step;
  private int owners;

  /** Something that happens at a time: a message, or a request of a customer. */
  record Action(Instant at, String name, boolean isRequest, Runnable what) {}

  /**
   * A world before its first moment.
   *
   * @param crashPoint where the one crash happens of a world without chance; null for a world in
   *     which everything happens
   * @param story hears what happens; null where nobody listens
   */
  World(
      long seed,
      Instant start,
      Variation variation,
      boolean calm,
      @Nullable CrashPoint crashPoint,
      @Nullable Consumer<String> story) {
    this.chance = new SplittableRandom(seed);
    this.variation = variation;
    this.calm = calm;
    this.crashPoint = crashPoint;
    this.story = story;
    this.now = start;
    this.dynamo = new SimulatedDynamo(TABLE, this, this);
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
    List<Runnable> choices = new ArrayList<>();
    for (Task task : tasks) {
      Instant frozen = task.frozenUntil();
      if (frozen == null || !frozen.isAfter(now)) {
        choices.add(() -> resume(task));
      }
    }
    if (!script.isEmpty() && !script.getFirst().at().isAfter(now)) {
      Action next = script.getFirst();
      if (!next.isRequest() || isFree(HTTP_WORKER)) {
        choices.add(() -> begin(script.removeFirst()));
      }
    }
    int free = freeWorker();
    if (free >= 0) {
      Worker worker = workers.get(free);
      offer(choices, events, free, worker.events);
      offer(choices, sends, free, worker.sends);
      offer(choices, feedback, free, worker.feedback);
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

  private void offer(
      List<Runnable> choices,
      SimulatedQueue queue,
      int worker,
      java.util.function.Function<
              com.amazonaws.services.lambda.runtime.events.SQSEvent,
              com.amazonaws.services.lambda.runtime.events.@Nullable SQSBatchResponse>
          function) {
    if (queue.hasVisible()) {
      choices.add(() -> queue.receive(worker, function).ifPresent(this::start));
    }
  }

  /** Nothing can happen now: moves the clock to when something can. */
  private boolean moveOn(int free) {
    Optional<Instant> tick = nextDue().map(due -> later(due, lastTick.plusSeconds(60)));
    List<Instant> times = new ArrayList<>();
    tick.ifPresent(times::add);
    script.stream().findFirst().map(Action::at).ifPresent(times::add);
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
    if (free < 0) {
      // All workers are frozen: only one of them can be the next to do something.
      times.removeIf(time -> !time.isAfter(now));
    }
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

  private void begin(Action action) {
    if (action.isRequest()) {
      start(new Task(action.name(), HTTP_WORKER, action.what()));
    } else {
      note(action.name());
      action.what().run();
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
    if (failure != null) {
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

  /** When the next mail is due, asked without any worker. */
  private Optional<Instant> nextDue() {
    DynamoTable table = table();
    return Stream.iterate(0, shard -> shard + 1)
        .limit(Ledger.SHARDS)
        .flatMap(shard -> table.firstDue("D" + shard).stream())
        .map(Instant::parse)
        .min(Instant::compareTo);
  }

  // What the simulated services ask.

  @Override
  public void before(String request) {
    moment(request, false);
  }

  @Override
  public void after(String request) {
    Task task = running;
    if (task != null) {
      task.finishedRequest(++step, now);
    }
    moment(request, true);
  }

  private void moment(String request, boolean after) {
    Task task = running;
    if (task == null) {
      return; // The scheduler itself, or the end of the world, looks at the table.
    }
    if (task.isKilled()) {
      throw new Crash();
    }
    now = now.plusMillis(calm ? 1 : chance.nextInt(40));
    int moment = task.nextMoment();
    note(task.name() + (after ? "   done " : " ") + request);
    boolean crash =
        crashPoint == null ? hasFaults(160) : crashPoint.isHere(task.name(), moment, request);
    if (crash) {
      count("crashes");
      note(task.name() + " is killed");
      throw new Crash();
    }
    if (calm) {
      return;
    }
    if (hasFaults(200)) {
      count("freezes");
      boolean long_ = chance.nextInt(2) == 0;
      task.freezeUntil(now.plus(long_ ? Duration.ofMinutes(5) : Duration.ofSeconds(50)));
      pause(task);
    } else if (tasks.size() > 1 && chance.nextInt(2) == 0) {
      pause(task);
    }
  }

  private void pause(Task task) {
    task.pause();
    running = task;
  }

  @Override
  public int hidden(String request) {
    return running == null || calm || chance.nextInt(3) > 0 ? 0 : chance.nextInt(MOST_HIDDEN);
  }

  /** Whether something goes wrong now that does once in so many times. */
  boolean hasFaults(int oneIn) {
    return !calm && chance.nextInt(oneIn) == 0;
  }

  boolean isCalm() {
    return calm;
  }

  Task running() {
    Task task = running;
    if (task == null) {
      throw new IllegalStateException("Nobody runs");
    }
    return task;
  }

  SplittableRandom chance() {
    return chance;
  }

  Instant now() {
    return now;
  }

  long step() {
    return step;
  }

  int nextOwner() {
    return ++owners;
  }

  void add(Action action) {
    script.add(action);
    script.sort(java.util.Comparator.comparing(Action::at));
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
