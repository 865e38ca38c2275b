package kikkake.recommend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kikkake.event.ItemId;

/** Item lists that are forgotten with the test. */
public final class InMemoryItemLists implements ItemLists {
  private final Map<ItemId, List<Neighbour>> together = new HashMap<>();
  private List<ItemId> popular = List.of();

  @Override
  public Map<ItemId, List<Neighbour>> boughtTogether(Set<ItemId> items) {
    Map<ItemId, List<Neighbour>> found = new HashMap<>(together);
    found.keySet().retainAll(items);
    return found;
  }

  @Override
  public List<ItemId> popular() {
    return popular;
  }

  @Override
  public int replace(Map<ItemId, List<Neighbour>> boughtTogether, List<ItemId> popularItems) {
    int written = popular.equals(popularItems) ? 0 : 1;
    popular = List.copyOf(popularItems);
    for (var list : boughtTogether.entrySet()) {
      List<Neighbour> rounded = list.getValue().stream().map(InMemoryItemLists::rounded).toList();
      if (!rounded.equals(together.put(list.getKey(), rounded))) {
        written++;
      }
    }
    return written;
  }

  private static Neighbour rounded(Neighbour neighbour) {
    return new Neighbour(neighbour.item(), Math.round(neighbour.score() * 1000) / 1000.0);
  }
}
