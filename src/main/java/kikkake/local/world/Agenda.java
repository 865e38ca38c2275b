package kikkake.local.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import kikkake.event.CustomerId;
import org.jspecify.annotations.Nullable;

/** What is to happen in a world: at a time, or in the middle of somebody's work. */
final class Agenda {
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::number));
  private final List<Ambush> ambushes = new ArrayList<>();
  private long numbers;

  /** Something that happens: a message that arrives, or a request of a customer. */
  record Action(String name, boolean isRequest, Runnable what) {}

  private record Entry(Instant at, long number, Action action) {}

  /** An action that waits for so many requests about a customer's mails or events. */
  private static final class Ambush {
    private final CustomerId customer;
    private final String task;
    private final String request;
    private final Action action;
    private int left;

    Ambush(CustomerId customer, String task, String request, int left, Action action) {
      this.customer = customer;
      this.task = task;
      this.request = request;
      this.left = left;
      this.action = action;
    }
  }

  void add(Instant at, Action action) {
    entries.add(new Entry(at, numbers++, action));
  }

  /**
   * Lets something happen in the middle of a task about the customer, after so many moments; never,
   * where there are fewer.
   *
   * @param task how its name begins
   * @param request how the requests begin whose moments count
   */
  void lieInWait(CustomerId customer, String task, String request, int moments, Action action) {
    ambushes.add(new Ambush(customer, task, request, moments, action));
  }

  /** Moves what waited for this request to the present; says whether something did. */
  boolean springs(Task task, String request, Instant now) {
    if (ambushes.isEmpty()) {
      return false;
    }
    boolean sprung = false;
    for (Iterator<Ambush> each = ambushes.iterator(); each.hasNext(); ) {
      Ambush ambush = each.next();
      if (task.name().startsWith(ambush.task)
          && request.startsWith(ambush.request)
          && task.isAbout(ambush.customer)
          && --ambush.left < 0) {
        each.remove();
        add(now, ambush.action);
        sprung = true;
      }
    }
    return sprung;
  }

  /** The next action, if its time has come; null where none has. */
  @Nullable Action due(Instant now) {
    Entry next = entries.peek();
    return next == null || next.at.isAfter(now) ? null : next.action;
  }

  void removeFirst() {
    entries.remove();
  }

  @Nullable Instant nextAt() {
    Entry next = entries.peek();
    return next == null ? null : next.at;
  }
}
