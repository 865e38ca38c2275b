package kikkake.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kikkake.event.ItemId;

/** What a journey says of its mail at the moment of sending. */
public sealed interface Composition {
  /**
   * It can go.
   *
   * @param model what its template is filled with; shop, customer and the way to refuse are added
   * @param items what it recommends
   */
  record Ready(Map<String, Object> model, List<ItemId> items) implements Composition {}

  /** It is not wanted any more. */
  record Skip(String reason) implements Composition {}

  /** It is too early. */
  record Hold(Instant until, String reason) implements Composition {}
}
