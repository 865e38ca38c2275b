package kikkake.local;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An SQS queue with a Lambda function behind it, in this process.
 *
 * <p>It keeps SQS's rules: a message that is received stays hidden for the visibility timeout and
 * comes back unless it is deleted; received {@code maxReceiveCount} times in vain, it moves to the
 * dead-letter queue when its turn comes again.
 */
public final class LocalQueue implements AutoCloseable {
  /** The attribute of a dead letter that says why its last delivery failed. */
  public static final String REASON = "Reason";

  private final String name;
  private final InstantSource clock;
  private final Settings settings;
  private final @Nullable LocalQueue deadLetterQueue;
  private final MessageStore messages;
  private volatile @Nullable Function<SQSEvent, @Nullable SQSBatchResponse> function;
  private volatile @Nullable Thread poller;

  /** A queue with a dead-letter queue of its own, called {@code NAME-dead}. */
  public LocalQueue(String name, InstantSource clock, Settings settings) {
    this(
        name,
        clock,
        settings,
        new LocalQueue(
            name + "-dead",
            clock,
            new Settings(settings.visibilityTimeout(), Integer.MAX_VALUE, settings.batchSize()),
            null));
  }

  /** A queue of the same name and rules on another clock; both have the same dead letters. */
  LocalQueue(LocalQueue twin, InstantSource clock) {
    this(twin.name, clock, twin.settings, twin.deadLetterQueue);
  }

  private LocalQueue(
      String name, InstantSource clock, Settings settings, @Nullable LocalQueue deadLetterQueue) {
    this.name = name;
    this.clock = clock;
    this.settings = settings;
    this.deadLetterQueue = deadLetterQueue;
    this.messages = new MessageStore(name);
  }

  /**
   * How a queue treats its messages.
   *
   * @param visibilityTimeout how long a received message stays hidden
   * @param maxReceiveCount how often a message is tried before it goes to the dead-letter queue
   * @param batchSize how many messages the function gets at once, at most
   */
  public record Settings(Duration visibilityTimeout, int maxReceiveCount, int batchSize) {
    public Settings {
      if (visibilityTimeout.isNegative() || visibilityTimeout.isZero()) {
        throw new IllegalArgumentException("visibilityTimeout must be positive");
      }
      if (maxReceiveCount < 1 || batchSize < 1) {
        throw new IllegalArgumentException("maxReceiveCount and batchSize must be at least 1");
      }
    }

    /** One minute, five tries, ten messages. */
    public static Settings usual() {
      return new Settings(Duration.ofMinutes(1), 5, 10);
    }
  }

  /** A message that was given up, and why. */
  public record DeadLetter(
      String messageId, String body, String reason, Map<String, String> attributes) {
    public DeadLetter {
      attributes = Map.copyOf(attributes);
    }
  }

  public String name() {
    return name;
  }

  /** Sets the function that gets the messages; null, or no failures, means it did them all. */
  public void deliverTo(Function<SQSEvent, @Nullable SQSBatchResponse> function) {
    this.function = function;
  }

  /** Puts a message on the queue, to be seen at once, and returns its id. */
  public String send(String body) {
    return send(body, Map.of(), Duration.ZERO);
  }

  /** Puts a message with message attributes (of type String) on the queue and returns its id. */
  public String send(String body, Map<String, String> attributes) {
    return send(body, attributes, Duration.ZERO);
  }

  /** Puts a message on the queue that nobody sees before the delay is over, and returns its id. */
  public String send(String body, Map<String, String> attributes, Duration delay) {
    Instant now = clock.instant();
    return messages.add(body, attributes, now, now.plus(delay));
  }

  /**
   * Delivers on this thread until nothing is visible at a moment, and returns how many messages
   * were delivered. What fails comes back after the visibility timeout, so it ends.
   */
  public int drain(Instant now) {
    Function<SQSEvent, @Nullable SQSBatchResponse> deliver = function;
    if (deliver == null) {
      throw new IllegalStateException("Queue " + name + " has no function: call deliverTo first");
    }
    int delivered = 0;
    while (true) {
      List<QueuedMessage> batch = receive(now, settings.batchSize());
      if (batch.isEmpty()) {
        return delivered;
      }
      delivered += batch.size();
      settle(batch, deliver);
    }
  }

  /** Starts to deliver on a thread of its own, as time passes, until {@link #close}. */
  public synchronized void start(Clock time) {
    if (poller != null) {
      throw new IllegalStateException("Queue " + name + " is already started");
    }
    poller = Thread.ofVirtual().name("queue " + name).start(() -> poll(time));
  }

  @Override
  public void close() {
    Thread running = poller;
    if (running != null) {
      running.interrupt();
      try {
        running.join(Duration.ofSeconds(10));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Takes up to {@code most} visible messages, which stay hidden for the visibility timeout. */
  List<QueuedMessage> receive(Instant now, int most) {
    return messages.receive(
        now, settings.visibilityTimeout(), most, settings.maxReceiveCount(), this::giveUp);
  }

  /** Deletes what a receipt handle stands for; an outdated handle deletes nothing. */
  void delete(String receiptHandle) {
    messages.delete(receiptHandle);
  }

  /** How many messages are on the queue, seen or hidden. */
  public int size() {
    return messages.all().size();
  }

  /** How many messages can be received at a moment. */
  public int visible(Instant now) {
    return (int) messages.all().stream().filter(m -> !m.visibleAt().isAfter(now)).count();
  }

  /** When the next message can be received, if there is one; it may be in the past. */
  public Optional<Instant> nextVisibleAt() {
    return messages.nextVisibleAt();
  }

  /** The messages that were given up, oldest first. */
  public List<DeadLetter> deadLetters() {
    return deadLetterQueue == null
        ? List.of()
        : deadLetterQueue.messages.all().stream()
            .map(m ->
                new DeadLetter(
                    m.id(),
                    m.body(),
                    m.attributes().getOrDefault(REASON, m.reason()),
                    m.attributes()))
            .toList();
  }

  /** The queue that gets the messages that were given up; a dead-letter queue has none. */
  public Optional<LocalQueue> deadLetterQueue() {
    return Optional.ofNullable(deadLetterQueue);
  }

  /**
   * Puts every dead letter back on this queue, under a new id as SQS does, and returns how many.
   */
  public int redrive() {
    if (deadLetterQueue == null) {
      return 0;
    }
    List<QueuedMessage> letters = deadLetterQueue.messages.all();
    for (QueuedMessage letter : letters) {
      deadLetterQueue.messages.delete(letter.receiptHandle());
      var attributes = new HashMap<>(letter.attributes());
      attributes.remove(REASON);
      send(letter.body(), attributes);
    }
    return letters.size();
  }

  private void giveUp(QueuedMessage message) {
    if (deadLetterQueue != null) {
      deadLetterQueue.messages.bury(message, clock.instant());
    }
  }

  private void settle(
      List<QueuedMessage> batch, Function<SQSEvent, @Nullable SQSBatchResponse> deliver) {
    Map<String, String> failures;
    try {
      var event = new SQSEvent();
      event.setRecords(new ArrayList<>(batch.stream().map(m -> m.forLambda(name)).toList()));
      failures = failures(batch, deliver.apply(event));
    } catch (RuntimeException | Error e) {
      failures = allFailed(batch, e.toString());
    }
    for (QueuedMessage message : batch) {
      String reason = failures.get(message.id());
      if (reason == null) {
        messages.delete(message.receiptHandle());
      } else {
        messages.fail(message.receiptHandle(), reason);
      }
    }
  }

  private static Map<String, String> failures(
      List<QueuedMessage> batch, @Nullable SQSBatchResponse response) {
    if (response == null || response.getBatchItemFailures() == null) {
      return Map.of();
    }
    Set<String> known = new HashSet<>(batch.stream().map(QueuedMessage::id).toList());
    var failures = new HashMap<String, String>();
    for (SQSBatchResponse.BatchItemFailure failure : response.getBatchItemFailures()) {
      String id = failure.getItemIdentifier();
      if (!known.contains(id)) {
        return allFailed(batch, "the function reported an unknown message id: " + id);
      }
      failures.put(id, "the function reported it as failed");
    }
    return failures;
  }

  private static Map<String, String> allFailed(List<QueuedMessage> batch, String reason) {
    var failures = new HashMap<String, String>();
    batch.forEach(message -> failures.put(message.id(), reason));
    return failures;
  }

  private void poll(Clock time) {
    try {
      while (true) {
        long seen = messages.changes();
        drain(time.instant());
        Instant now = time.instant();
        Instant next = messages.nextVisibleAt().orElse(now.plusSeconds(60));
        messages.awaitChange(seen, Duration.between(now, next));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
