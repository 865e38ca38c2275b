package kikkake.local.world;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The one moment at which the first task of a path is killed; with a negative moment nobody is, and
 * the moments are told instead.
 */
final class CrashPoint {
  private final String path;
  private final int moment;
  private final @Nullable BiConsumer<Integer, String> listener;
  private @Nullable String victim;
  private boolean struck;

  CrashPoint(String path, int moment, @Nullable BiConsumer<Integer, String> listener) {
    this.path = path;
    this.moment = moment;
    this.listener = listener;
  }

  boolean isHere(String task, int at, String request) {
    if (struck || !task.startsWith(path) || (victim != null && !victim.equals(task))) {
      return false;
    }
    victim = task;
    if (listener != null) {
      listener.accept(at, request);
    }
    struck = at == moment;
    return struck;
  }
}
