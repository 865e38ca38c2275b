package kikkake.recommend;

import java.util.List;
import kikkake.event.ItemId;

/**
 * What somebody looked at in one go.
 *
 * @param number later visits have higher ones
 * @param items each once
 */
public record Visit(long number, List<ItemId> items) {
  public Visit {
    items = items.stream().distinct().toList();
  }
}
