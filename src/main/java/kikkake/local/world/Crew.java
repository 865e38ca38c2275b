package kikkake.local.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The workers of a world and what they are at: one task each, and one of all at a time. */
final class Crew {
  /** The worker that serves the customers' requests. */
  static final int HTTP = 2;

  /** Two senders at once. */
  private static final int SENDERS = 2;

  private final Witness witness;
  private final IntFunction<Worker> hire;
  private final List<Worker> workers = new ArrayList<>();
  private final List<Task> tasks = new ArrayList<>();
  private @Nullable Task running;

  /**
   * A crew that is at nothing yet.
   *
   * @param hire makes the worker of a number, anew after one was killed
   */
  Crew(Witness witness, IntFunction<Worker> hire) {
    this.witness = witness;
    this.hire = hire;
    for (int worker = 0; worker <= HTTP; worker++) {
      workers.add(hire.apply(worker));
    }
  }

  Worker worker(int number) {
    return workers.get(number);
  }

  /** What was begun and has not ended. */
  List<Task> tasks() {
    return tasks;
  }

  /** Who makes a request now; null where the scheduler does, or the witness. */
  @Nullable Task running() {
    return running;
  }

  /** Whether there is somebody else who could go first. */
  boolean isBusy() {
    return tasks.size() > 1;
  }

  boolean isFree(int worker) {
    return tasks.stream().noneMatch(task -> task.worker() == worker);
  }

  /** A sender that is at nothing; -1 where there is none. */
  int freeSender() {
    for (int worker = 0; worker < SENDERS; worker++) {
      if (isFree(worker)) {
        return worker;
      }
    }
    return -1;
  }

  void start(Task task) {
    tasks.add(task);
    resume(task);
  }

  void resume(Task task) {
    task.freezeUntil(null);
    running = task;
    task.resume();
    running = null;
  }

  /** Lets a task wait until it is resumed. */
  void pause(Task task) {
    task.pause();
    running = task;
  }

  /** Lets go of the tasks that ended; who was killed is replaced by somebody who knows nothing. */
  void letGo() {
    tasks.removeIf(this::isOver);
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
      workers.set(task.worker(), hire.apply(task.worker()));
    }
    return true;
  }

  void killAll() {
    tasks.forEach(Task::kill);
  }
}
