package kikkake.local.evaluate;

import java.util.Set;
import kikkake.event.ItemId;

/**
 * One question with the right answer, which no ranker gets to see.
 *
 * @param truth never empty
 * @param forbidden items that no list may have, for example those a shopper owns
 */
record Case<Q>(Q question, Set<ItemId> truth, Set<ItemId> forbidden) {
  Case {
    truth = Set.copyOf(truth);
    forbidden = Set.copyOf(forbidden);
    if (truth.isEmpty()) {
      throw new IllegalArgumentException("A case has no right answer");
    }
  }
}
