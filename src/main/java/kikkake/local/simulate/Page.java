package kikkake.local.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What one query or scan reads: until its limit, or until 1 MB. */
final class Page {
  private static final int MAX_BYTES = 1024 * 1024;

  private final List<Map<String, AttributeValue>> items = new ArrayList<>();
  private final int limit;
  private int read;
  private int bytes;

  /**
   * An empty page.
   *
   * @param limit how many items to read at most; null where there is no limit
   */
  Page(@Nullable Integer limit) {
    if (limit != null && limit < 1) {
      throw Refusal.invalid("Limit must be greater than or equal to 1");
    }
    this.limit = limit == null ? Integer.MAX_VALUE : limit;
  }

  /** Reads one more; says whether the page is full with it. */
  boolean isFullWith(Map<String, AttributeValue> item, int size, boolean wanted) {
    read++;
    bytes += size;
    if (wanted) {
      items.add(item);
    }
    return read == limit || bytes >= MAX_BYTES;
  }

  List<Map<String, AttributeValue>> items() {
    return items;
  }

  /** How many items were read, wanted or not. */
  int read() {
    return read;
  }

  int bytes() {
    return bytes;
  }
}
