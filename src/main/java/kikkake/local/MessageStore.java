package kikkake.local;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The messages of one queue in the order of their turn; safe for many threads. */
final class MessageStore {
  private static final Comparator<QueuedMessage> BY_TURN =
      Comparator.comparing(QueuedMessage::visibleAt).thenComparingLong(QueuedMessage::number);

  private final String queue;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TreeSet<QueuedMessage> byTurn = new TreeSet<>(BY_TURN);
  private final Map<String, QueuedMessage> byId = new HashMap<>();
  private long count;
  private long changes;

  MessageStore(String queue) {
    this.queue = queue;
  }

  /** Adds a new message and returns its id, which is the same in every run. */
  String add(String body, Map<String, String> attributes, Instant sentAt, Instant visibleAt) {
    return locked(() -> {
      count++;
      byte[] seed = (queue + " " + count).getBytes(StandardCharsets.UTF_8);
      String id = UUID.nameUUIDFromBytes(seed).toString();
      insert(new QueuedMessage(id, count, body, attributes, sentAt, visibleAt, 0, null, ""));
      return id;
    });
  }

  /** Adds a message that another queue gave up, under the id it had there. */
  void bury(QueuedMessage message, Instant now) {
    locked(() -> {
      insert(message.dead(++count, now));
      return message;
    });
  }

  /**
   * Takes up to {@code most} visible messages and hides them for a while. Those that were received
   * {@code maxReceiveCount} times already leave the store for {@code spent}.
   */
  List<QueuedMessage> receive(
      Instant now, Duration hidden, int most, int maxReceiveCount, Consumer<QueuedMessage> spent) {
    return locked(() -> {
      var batch = new ArrayList<QueuedMessage>();
      while (batch.size() < most && visible(now)) {
        QueuedMessage message = remove(byTurn.first());
        if (message.received() >= maxReceiveCount) {
          spent.accept(message);
        } else {
          QueuedMessage received = message.receivedAt(now, hidden);
          byTurn.add(received);
          byId.put(received.id(), received);
          batch.add(received);
        }
      }
      return batch;
    });
  }

  /** Deletes what a receipt handle stands for, unless somebody received it again since. */
  void delete(String receiptHandle) {
    locked(() -> current(receiptHandle).map(this::remove));
  }

  /** Notes why a delivery failed, unless somebody received the message again since. */
  void fail(String receiptHandle, String reason) {
    locked(() -> {
      current(receiptHandle).ifPresent(message -> insert(remove(message).failed(reason)));
      return receiptHandle;
    });
  }

  /** Every message, in the order of arrival. */
  List<QueuedMessage> all() {
    return locked(
        () -> byTurn.stream().sorted(Comparator.comparingLong(QueuedMessage::number)).toList());
  }

  Optional<Instant> nextVisibleAt() {
    return locked(() ->
        byTurn.isEmpty() ? Optional.<Instant>empty() : Optional.of(byTurn.first().visibleAt()));
  }

  /** A number that grows whenever a message comes in or comes back. */
  long changes() {
    return locked(() -> changes);
  }

  /** Waits until something changed since {@code seen}, at most for a while. */
  void awaitChange(long seen, Duration most) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = most.toNanos();
      while (changes == seen && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean visible(Instant now) {
    return !byTurn.isEmpty() && !byTurn.first().visibleAt().isAfter(now);
  }

  private Optional<QueuedMessage> current(String receiptHandle) {
    return Optional.ofNullable(byId.get(QueuedMessage.idOf(receiptHandle)))
        .filter(message -> message.receiptHandle().equals(receiptHandle));
  }

  private void insert(QueuedMessage message) {
    byTurn.add(message);
    byId.put(message.id(), message);
    changes++;
    changed.signalAll();
  }

  private QueuedMessage remove(QueuedMessage message) {
    byTurn.remove(message);
    byId.remove(message.id());
    return message;
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
