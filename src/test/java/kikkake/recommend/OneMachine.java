package kikkake.recommend;

import java.util.List;
import java.util.Map;
import kikkake.event.ItemId;

/** What a rebuild in one process makes, for those who make it elsewhere. */
public final class OneMachine {
  private OneMachine() {}

  public static Map<ItemId, List<Neighbour>> lists(
      Recipe recipe, List<Shopper> shoppers, Today today) {
    Purchases purchases = Purchases.of(shoppers);
    return PurchaseModel.lists(purchases, recipe.cook(purchases, today));
  }
}
