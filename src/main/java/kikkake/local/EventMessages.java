package kikkake.local;

import kikkake.event.ShopEvent;

/** Events of the contract as messages, for those who make up what happens in a shop. */
public final class EventMessages {
  private EventMessages() {}

  /** The event in its EventBridge envelope, as {@code docs/events.md} says. */
  public static String write(ShopEvent event) {
    return EventWriter.write(event);
  }
}
