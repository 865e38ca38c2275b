package kikkake.local.simulate;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item as it is stored; its numbers are in their one form, its attributes in order. */
record Item(Key key, Map<String, AttributeValue> attributes, int size, Key.@Nullable Due due) {
  private static final int MAX_BYTES = 400 * 1024;

  /** Checks what is to be written: its key, the keys of the index, its size. */
  static Item of(Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> normal = new TreeMap<>();
    attributes.forEach((name, value) -> {
      if (name.isEmpty()) {
        throw Refusal.invalid("Supplied AttributeValue has an empty name");
      }
      normal.put(name, Values.normal(value));
    });
    return ofNormal(normal);
  }

  /** The same for attributes in their normal form, which are not changed any more. */
  static Item ofNormal(Map<String, AttributeValue> normal) {
    Key key = Key.ofItem(normal);
    int size = Values.size(normal);
    if (size > MAX_BYTES) {
      throw Refusal.invalid("Item size has exceeded the maximum allowed size");
    }
    return new Item(key, Collections.unmodifiableMap(normal), size, Key.Due.of(key, normal));
  }
}
