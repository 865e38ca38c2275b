package kikkake.recommend;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Item lists by the cosine of co-occurrence counts with shrinkage, count / (sqrt(ci cj) + s), so
 * that a pair seen once does not look like a law. Counts are additive: the best choice on sparse
 * data, and one that can follow events.
 *
 * <p>Source: Sarwar et al., Item-based collaborative filtering (2001); the shrinkage as in Bell and
 * Koren, Scalable collaborative filtering (2007).
 *
 * @param shrinkage s, in baskets
 */
public record Cosine(double shrinkage) implements ListBuilder {
  @Override
  public ItemWeights build(CoOccurrence together) {
    int items = together.itemCount();
    ItemWeights lists = new ItemWeights(items);
    IntStream.range(0, items)
        .parallel()
        .forEach(item -> {
          int[] others = together.others(item);
          float[] counts = together.counts(item);
          lists.set(item, list(item, others, counts, together::baskets));
        });
    return lists;
  }

  /**
   * The list of one item.
   *
   * @param others that stand together with it
   * @param counts in how many baskets each does
   * @param baskets in how many an item is at all
   */
  public ItemList list(int item, int[] others, float[] counts, IntToDoubleFunction baskets) {
    Strongest strongest = new Strongest(MOST_NEIGHBOURS);
    for (int i = 0; i < others.length; i++) {
      double norm = Math.sqrt(baskets.applyAsDouble(item) * baskets.applyAsDouble(others[i]));
      strongest.offer(others[i], (float) (counts[i] / (norm + shrinkage)));
    }
    return strongest.drain();
  }
}
