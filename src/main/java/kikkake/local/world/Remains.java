package kikkake.local.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kikkake.event.CustomerId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the whole table still has of customers who were erased. */
final class Remains {
  private final World world;

  Remains(World world) {
    this.world = world;
  }

  /** One sentence for each row in which an id or an address still stands. */
  List<String> of(Set<CustomerId> erased) {
    List<String> found = new ArrayList<>();
    if (erased.isEmpty()) {
      return found;
    }
    for (Map<String, AttributeValue> row :
        world.dynamo().scan(r -> r.tableName(World.TABLE)).items()) {
      for (CustomerId customer : erased) {
        // An address begins with the id here, and no hash can contain one.
        if (row.values().stream()
            .flatMap(Remains::texts)
            .anyMatch(text -> text.contains(customer.value()))) {
          found.add(customer + " was erased and still stands in " + row);
        }
      }
    }
    return found;
  }

  private static Stream<String> texts(AttributeValue value) {
    return switch (value.type()) {
      case S -> Stream.of(value.s());
      case SS -> value.ss().stream();
      case L -> value.l().stream().flatMap(Remains::texts);
      case M -> value.m().values().stream().flatMap(Remains::texts);
      default -> Stream.empty();
    };
  }
}
