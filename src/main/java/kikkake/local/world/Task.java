package kikkake.local.world;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import kikkake.event.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * One invocation of a function, or one request of a customer. It runs on a thread of its own, and
 * only while the scheduler waits for it: so all goes in one order, which the seed decides.
 */
final class Task {
  private static final List<String> READS = List.of("GetItem", "BatchGetItem", "Query", "Scan");
  private static final String OWN_MAIL = " M#";

  private final String name;
  private final int worker;
  private final Runnable work;
  private final Semaphore mayGo = new Semaphore(0);
  private final Semaphore stopped = new Semaphore(0);
  private @Nullable Thread thread;
  private volatile boolean done;
  private volatile boolean killed;
  private @Nullable Throwable failure;

  /** When a frozen task goes on; null where it is not frozen. */
  private @Nullable Instant frozenUntil;

  /**
   * The step of its latest finished request, and the time of it: the last look, where a mail goes.
   * What a sender asks of the ledger after that look concerns no refusal.
   */
  private long lastStep;

  private Instant lastAt = Instant.MIN;
  private int requests;
  private boolean frozen;
  private String about = "";
  private int writes;

  Task(String name, int worker, Runnable work) {
    this.name = name;
    this.worker = worker;
    this.work = work;
  }

  String name() {
    return name;
  }

  int worker() {
    return worker;
  }

  boolean isDone() {
    return done;
  }

  /** What ended it, besides its own end or a crash. */
  @Nullable Throwable failure() {
    return failure;
  }

  @Nullable Instant frozenUntil() {
    return frozenUntil;
  }

  void freezeUntil(@Nullable Instant time) {
    frozenUntil = time;
  }

  /** Freezes the task for long, which happens to it once: no function runs for ever. */
  void freezesOnce(Instant until) {
    frozen = true;
    frozenUntil = until;
  }

  boolean wasFrozen() {
    return frozen;
  }

  long lastStep() {
    return lastStep;
  }

  Instant lastAt() {
    return lastAt;
  }

  void finished(String request, long step, Instant at) {
    if (!request.startsWith("GetItem") || !request.contains(OWN_MAIL)) {
      lastStep = step;
      lastAt = at;
    }
    if (READS.stream().noneMatch(request::startsWith)) {
      writes++;
    }
  }

  /** Whether its latest request that named a customer named this one. */
  boolean isAbout(CustomerId customer) {
    return about.contains(customer.value());
  }

  /** How many of its requests so far were to change something. */
  int writes() {
    return writes;
  }

  /** Counts the moments at which it can be killed: before and after each request. */
  int nextMoment(String request) {
    if (request.contains(" C#")) {
      about = request;
    }
    return requests++;
  }

  /** Lets the task run until it pauses or ends; called by the scheduler. */
  void resume() {
    if (thread == null) {
      thread = Thread.ofVirtual().unstarted(this::run);
      thread.start();
    } else {
      mayGo.release();
    }
    stopped.acquireUninterruptibly();
  }

  /** Lets the scheduler go on; called by the task itself. */
  void pause() {
    stopped.release();
    mayGo.acquireUninterruptibly();
    if (killed) {
      throw new Crash();
    }
  }

  /** Ends a task that is in the middle of its work. */
  void kill() {
    killed = true;
    if (!done && thread != null) {
      resume();
    }
    done = true;
  }

  boolean isKilled() {
    return killed;
  }

  private void run() {
    try {
      work.run();
    } catch (Crash e) {
      killed = true;
    } catch (RuntimeException | Error e) {
      failure = e;
    } finally {
      done = true;
      stopped.release();
    }
  }
}
