package kikkake.recommend;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import kikkake.event.ItemId;

/**
 * The list of one item, with items as numbers, the strongest first.
 *
 * @param targets the items it speaks for
 * @param weights how much; less than 0 where it speaks against one
 */
@SuppressWarnings(
    "ArrayRecordComponent") // Packed: there are as many as items, and nobody compares them.
public record ItemList(int[] targets, float[] weights) implements Serializable {
  /** As a row keeps it: with four decimal places, and without what is then 0. */
  public List<Neighbour> named(IntFunction<ItemId> names) {
    List<Neighbour> list = new ArrayList<>(targets.length);
    for (int i = 0; i < targets.length; i++) {
      double score = Places.kept(weights[i]);
      if (score != 0) {
        list.add(new Neighbour(names.apply(targets[i]), score));
      }
    }
    return list;
  }
}
