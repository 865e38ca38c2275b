package kikkake.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A customer signed in or changed something about themselves. */
public record Identified(
    CustomerId customer, @Nullable VisitorId visitor, Instant occurredAt, Contact contact)
    implements ShopEvent {}
