package kikkake.recommend;

import kikkake.event.ItemId;

/**
 * An item that goes with another.
 *
 * @param score higher is closer; comparable within one list only
 */
public record Neighbour(ItemId item, double score) {}
