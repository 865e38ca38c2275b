package kikkake.local.simulate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The items of the table and its index, and how both were a few changes ago. */
final class Rows {
  /** How many changes can be hidden from a read. */
  static final int REMEMBERED = 1_000;

  private record Change(Key key, @Nullable Item before) {}

  private record DueChange(Key.@Nullable Due before, Key.@Nullable Due after) {}

  private final TreeMap<Key, Item> items = new TreeMap<>(Key.ORDER);
  private final TreeSet<Key.Due> due = new TreeSet<>(Key.Due.ORDER);
  private final Deque<Change> changes = new ArrayDeque<>();
  private final Deque<DueChange> dueChanges = new ArrayDeque<>();

  @Nullable Item get(Key key) {
    return items.get(key);
  }

  /** The item before the last changes, so many of them. */
  @Nullable Item get(Key key, int hidden) {
    Item item = items.get(key);
    Iterator<Change> latest = changes.descendingIterator();
    for (int i = 0; i < hidden && latest.hasNext(); i++) {
      Change change = latest.next();
      if (change.key().equals(key)) {
        item = change.before();
      }
    }
    return item;
  }

  /** All items before the last changes, so many of them. */
  NavigableMap<Key, Item> items(int hidden) {
    if (hidden == 0) {
      return items;
    }
    NavigableMap<Key, Item> earlier = new TreeMap<>(items);
    Iterator<Change> latest = changes.descendingIterator();
    for (int i = 0; i < hidden && latest.hasNext(); i++) {
      Change change = latest.next();
      if (change.before() == null) {
        earlier.remove(change.key());
      } else {
        earlier.put(change.key(), change.before());
      }
    }
    return earlier;
  }

  /** The index before its last changes, so many of them. */
  NavigableSet<Key.Due> due(int hidden) {
    if (hidden == 0) {
      return due;
    }
    NavigableSet<Key.Due> earlier = new TreeSet<>(due);
    Iterator<DueChange> latest = dueChanges.descendingIterator();
    for (int i = 0; i < hidden && latest.hasNext(); i++) {
      DueChange change = latest.next();
      if (change.after() != null) {
        earlier.remove(change.after());
      }
      if (change.before() != null) {
        earlier.add(change.before());
      }
    }
    return earlier;
  }

  /**
   * Puts an item in its place.
   *
   * @param after null where the item is to go
   * @return the write units of table and index
   */
  double write(Key key, @Nullable Item after) {
    Item before = after == null ? items.remove(key) : items.put(key, after);
    if (before != null || after != null) {
      remember(changes, new Change(key, before));
    }
    int larger = Math.max(before == null ? 0 : before.size(), after == null ? 0 : after.size());
    return Units.written(larger)
        + move(before == null ? null : before.due(), after == null ? null : after.due());
  }

  private double move(Key.@Nullable Due before, Key.@Nullable Due after) {
    if (Objects.equals(before, after)) {
      return 0;
    }
    double units = 0;
    if (before != null) {
      due.remove(before);
      units += Units.written(before.size());
    }
    if (after != null) {
      due.add(after);
      units += Units.written(after.size());
    }
    remember(dueChanges, new DueChange(before, after));
    return units;
  }

  private static <T> void remember(Deque<T> latest, T change) {
    if (latest.size() == REMEMBERED) {
      latest.removeFirst();
    }
    latest.addLast(change);
  }
}
