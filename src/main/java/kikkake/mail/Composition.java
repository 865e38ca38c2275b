package kikkake.mail;

import java.util.List;
import java.util.Map;

/** What a journey makes of its mail at the moment of sending. */
public sealed interface Composition {
  /**
   * It can go.
   *
   * @param model what its template is filled with; shop, customer and the way to refuse are added
   * @param shown what it recommends
   */
  record Ready(Map<String, Object> model, List<Shown> shown) implements Composition {}

  /** There is nothing to put into it. */
  record Skip(Reason reason) implements Composition {}
}
