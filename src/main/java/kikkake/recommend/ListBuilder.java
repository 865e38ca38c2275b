package kikkake.recommend;

/** A way to make item lists of what stands together in baskets. */
sealed interface ListBuilder permits Cosine, Ridge {
  /** The longest a list gets. */
  int MOST_NEIGHBOURS = 50;

  /** A list for each item, at most {@value #MOST_NEIGHBOURS} long. */
  ItemWeights build(CoOccurrence together);
}
