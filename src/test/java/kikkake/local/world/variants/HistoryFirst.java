package kikkake.local.world.variants;

import java.util.Map;
import kikkake.event.Purchased;
import kikkake.history.History;
import kikkake.local.world.Variation;

/** A purchase is in the history before its mails are planned. */
public final class HistoryFirst implements Variation {
  @Override
  public String name() {
    return "history is written first";
  }

  @Override
  public History history(History history) {
    return new ChangedHistory(history) {
      @Override
      public boolean contains(Purchased purchase) {
        return !history.add(purchase, Map.of());
      }
    };
  }
}
