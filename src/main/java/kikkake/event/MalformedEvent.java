package kikkake.event;

/**
 * A message that can never become an event; the message names the field and what it must be, and
 * never repeats the value, which may be personal.
 */
public final class MalformedEvent extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String field;

  public MalformedEvent(String field, String problem) {
    super(field + ": " + problem);
    this.field = field;
  }

  /** Where in the message, for example {@code detail.properties.products[2].price}. */
  public String field() {
    return field;
  }
}
