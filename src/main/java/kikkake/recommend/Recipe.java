package kikkake.recommend;

/**
 * How item lists are made.
 *
 * @param halfLife after which a basket says half as much, in days; infinite where all count alike
 */
public record Recipe(ListBuilder builder, double halfLife) {
  ItemWeights cook(Purchases purchases, Today today) {
    return builder.build(CoOccurrence.count(purchases, today, halfLife));
  }
}
