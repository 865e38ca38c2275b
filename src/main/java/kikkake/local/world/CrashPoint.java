package kikkake.local.world;

import org.jspecify.annotations.Nullable;

/**
 * The one moment at which one run of a path is killed; with a negative moment nobody is, and the
 * moments are told instead.
 */
final class CrashPoint {
  private final Path path;
  private final int moment;
  private final Listener listener;
  private int runs;
  private @Nullable String victim;
  private boolean struck;

  /**
   * Something that goes from request to request.
   *
   * @param task how the names of its tasks begin
   * @param run which of these tasks it is, from 1 on
   */
  record Path(String name, String task, int run) {}

  /** Hears of each moment of the path. */
  interface Listener {
    void hear(int moment, String request, boolean after);
  }

  CrashPoint(Path path, int moment, Listener listener) {
    this.path = path;
    this.moment = moment;
    this.listener = listener;
  }

  boolean isHere(String task, int at, String request, boolean after) {
    if (struck || !task.startsWith(path.task())) {
      return false;
    }
    // The first moment of each run tells the runs apart.
    if (at == 0 && ++runs == path.run()) {
      victim = task;
    }
    if (!task.equals(victim)) {
      return false;
    }
    listener.hear(at, request, after);
    struck = at == moment;
    return struck;
  }
}
