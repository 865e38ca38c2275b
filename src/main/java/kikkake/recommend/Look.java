package kikkake.recommend;

import java.time.Instant;
import kikkake.event.ItemId;

/**
 * A look at an item, or its way into the cart.
 *
 * @param at when
 */
public record Look(ItemId item, Instant at, boolean intoCart) {}
