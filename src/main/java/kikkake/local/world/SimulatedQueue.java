package kikkake.local.world;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A standard SQS queue at its worst: what is on it comes in any order, some of it twice, some of it
 * late, and under another id after a redrive.
 */
final class SimulatedQueue {
  private static final Duration VISIBILITY = Duration.ofMinutes(6);
  private static final int MOST_RECEIVES = 5;

  private final String name;
  private final World world;
  private final List<Message> messages = new ArrayList<>();
  private final List<String> dead = new ArrayList<>();
  private int ids;

  private static final class Message {
    private final String id;
    private final String body;
    private Instant visibleAt;
    private int receives;
    private boolean gone;

    Message(String id, String body, Instant visibleAt) {
      this.id = id;
      this.body = body;
      this.visibleAt = visibleAt;
    }
  }

  SimulatedQueue(String name, World world) {
    this.name = name;
    this.world = world;
  }

  String name() {
    return name;
  }

  /** Puts a message on the queue, at times twice and at times late. */
  void send(String body) {
    SplittableRandom chance = world.chance();
    send(
        body,
        world
            .now()
            .plus(world.hasFaults(8) ? Duration.ofSeconds(chance.nextInt(900)) : Duration.ZERO));
    if (world.hasFaults(12)) {
      world.count("duplicates");
      send(body, world.now().plusSeconds(chance.nextInt(7_200)));
    }
  }

  void send(String body, Instant visibleAt) {
    messages.add(new Message(name + "-" + ++ids, body, visibleAt));
  }

  /** Puts a message where nobody tries it any more. */
  void bury(String body) {
    dead.add(body);
  }

  List<String> dead() {
    return dead;
  }

  /** Puts the dead letters back, under new ids as SQS does. */
  void redrive() {
    List<String> letters = List.copyOf(dead);
    dead.clear();
    letters.forEach(body -> send(body, world.now()));
  }

  boolean hasVisible() {
    Instant now = world.now();
    for (Message message : messages) {
      if (!message.visibleAt.isAfter(now)) {
        return true;
      }
    }
    return false;
  }

  int size() {
    return messages.size();
  }

  Optional<Instant> nextVisibleAt() {
    return messages.stream().map(message -> message.visibleAt).min(Instant::compareTo);
  }

  /** Takes some visible messages as a task that hands them to a function. */
  Optional<Task> receive(int worker, QueueFunction function) {
    Instant now = world.now();
    List<Message> visible =
        new ArrayList<>(
            messages.stream().filter(message -> !message.visibleAt.isAfter(now)).toList());
    List<Message> batch = new ArrayList<>();
    int wanted = 1 + world.chance().nextInt(3);
    while (!visible.isEmpty() && batch.size() < wanted) {
      Message message = visible.remove(world.chance().nextInt(visible.size()));
      if (message.receives == MOST_RECEIVES) {
        messages.remove(message);
        dead.add(message.body);
      } else {
        message.receives++;
        message.visibleAt = now.plus(VISIBILITY);
        batch.add(message);
      }
    }
    return batch.isEmpty()
        ? Optional.empty()
        : Optional.of(new Task(name + label(batch), worker, () -> deliver(batch, function)));
  }

  private static String label(List<Message> batch) {
    return batch.stream().map(message -> message.id).toList().toString();
  }

  private void deliver(List<Message> batch, QueueFunction function) {
    Map<String, Message> byId = new HashMap<>();
    SQSEvent event = new SQSEvent();
    List<SQSEvent.SQSMessage> records = new ArrayList<>();
    for (Message message : batch) {
      byId.put(message.id, message);
      SQSEvent.SQSMessage sqs = new SQSEvent.SQSMessage();
      sqs.setMessageId(message.id);
      sqs.setBody(message.body);
      records.add(sqs);
    }
    event.setRecords(records);
    SQSBatchResponse response = function.on(event);
    world.moments().before("DeleteMessages");
    if (response != null && response.getBatchItemFailures() != null) {
      for (var failure : response.getBatchItemFailures()) {
        if (byId.remove(failure.getItemIdentifier()) == null) {
          return; // Lambda takes an unknown id as the failure of the whole batch.
        }
      }
    }
    for (Message message : byId.values()) {
      if (world.hasFaults(20) && !message.gone) {
        message.gone = true; // The deletion got lost: the message comes again.
        world.count("duplicates");
      } else {
        messages.remove(message);
      }
      world.witness().understood(name, message.body);
    }
    world.moments().after("DeleteMessages");
  }
}
