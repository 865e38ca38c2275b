package kikkake.local.world;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import kikkake.local.simulate.Io;
import kikkake.local.simulate.Lag;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The moments before and after each request: there the worker may be killed or frozen, the table
 * may be out of reach, and another worker may go first.
 */
final class Moments implements Io, Lag {
  private static final int MOST_HIDDEN = 6;

  private final World world;
  private final boolean calm;
  private final SplittableRandom chance;
  private final @Nullable CrashPoint crashPoint;
  private long step;

  Moments(World world, boolean calm, @Nullable CrashPoint crashPoint) {
    this.world = world;
    this.calm = calm;
    this.chance = world.chance();
    this.crashPoint = crashPoint;
  }

  /** Counts the finished requests of the whole world. */
  long step() {
    return step;
  }

  @Override
  public void before(String request) {
    moment(request, false);
  }

  @Override
  public void after(String request) {
    Task task = world.crew().running();
    if (task != null) {
      task.finished(request, ++step, world.now());
      world.witness().sees(request);
    }
    moment(request, true);
  }

  private void moment(String request, boolean after) {
    Task task = world.crew().running();
    if (task == null) {
      return; // The scheduler itself, or the end of the world, looks at the table.
    }
    if (task.isKilled()) {
      throw new Crash();
    }
    world.pass(Duration.ofMillis(calm ? 1 : chance.nextInt(40)));
    int moment = task.nextMoment(request);
    if (world.isTold()) {
      world.note(task.name() + (after ? "   done " : " ") + request);
    }
    boolean crash =
        crashPoint == null
            ? world.hasFaults(160)
            : crashPoint.isHere(task.name(), moment, request, after);
    if (crash) {
      world.count("crashes");
      world.note(task.name() + " is killed");
      throw new Crash();
    }
    if (!calm) {
      disturb(task, request, after);
    }
  }

  private void disturb(Task task, String request, boolean after) {
    if (world.agenda().springs(task, request, world.now())) {
      // A slow answer: what sprang may be done before it goes on, or half done.
      task.freezeUntil(world.now().plusMillis(chance.nextInt(600)));
      world.crew().pause(task);
    } else if (!task.wasFrozen() && world.hasFaults(200)) {
      world.count("freezes");
      boolean isLong = chance.nextInt(2) == 0;
      Instant until = world.now().plus(isLong ? Duration.ofMinutes(10) : Duration.ofSeconds(50));
      task.freezesOnce(until);
      world.crew().pause(task);
    } else if (world.crew().isBusy() && chance.nextInt(2) == 0) {
      world.crew().pause(task);
    }
    if (isOfTheTable(request) && world.hasFaults(150)) {
      world.count("outages");
      world.note(task.name() + (after ? " hears no answer" : " does not reach the table"));
      throw SdkClientException.create("The table does not answer");
    }
  }

  private static boolean isOfTheTable(String request) {
    return !request.startsWith("Send") && !request.startsWith("DeleteMessage");
  }

  @Override
  public int hidden(String request) {
    return world.crew().running() == null || calm || chance.nextInt(3) > 0
        ? 0
        : chance.nextInt(MOST_HIDDEN);
  }
}
