package kikkake.recommend;

import java.io.Serializable;

/** A way to make item lists of what stands together in baskets. */
public sealed interface ListBuilder extends Serializable permits Cosine, Ridge {
  /** The longest a list gets. */
  int MOST_NEIGHBOURS = 50;

  /** A list for each item, at most {@value #MOST_NEIGHBOURS} long. */
  ItemWeights build(CoOccurrence together);
}
