package kikkake.event;

import java.time.Instant;

/** A whole order was cancelled; the business key is the order. */
public record Cancelled(OrderId order, Who who, Instant occurredAt) implements ShopEvent {}
