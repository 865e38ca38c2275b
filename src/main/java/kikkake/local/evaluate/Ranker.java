package kikkake.local.evaluate;

import java.util.List;
import kikkake.event.ItemId;

/**
 * Something that ranks the catalogue.
 *
 * @param <Q> what it is asked: a shopper, the rest of a basket, the way so far through a visit
 */
interface Ranker<Q> {
  /** The best items, best first, each once; at most {@code k}, fewer where it knows no more. */
  List<ItemId> rank(Q question, int k);
}
