package kikkake.recommend;

/**
 * How a shop's lists are made and its rankings are mixed; chosen by {@link Validation}. Half-lives
 * are in days, or in baskets where nobody knows the days.
 *
 * @param builder of the item lists
 * @param basketHalfLife after which a basket says half as much about what goes together
 * @param seedHalfLife after which what somebody bought says half as much about what is new to them
 * @param availability power of an item's availability among what is new
 * @param newLately weight of what sells lately among what is new, beside the item lists
 * @param halfLife after which a purchase speaks half as much for the next one of the same item
 * @param rebuy power of an item's re-buy rate
 * @param lately weight of what sells lately, beside the personal counters
 * @param together weight of what is new, beside the personal counters
 */
record Parameters(
    ListBuilder builder,
    double basketHalfLife,
    double seedHalfLife,
    double availability,
    double newLately,
    double halfLife,
    double rebuy,
    double lately,
    double together) {
  /** For shops with too few purchases to choose by; what sells lately decides between equals. */
  static final Parameters DEFAULT =
      new Parameters(
          new Cosine(5),
          Double.POSITIVE_INFINITY,
          180,
          0.5,
          Mix.BETWEEN_EQUALS,
          Double.POSITIVE_INFINITY,
          0,
          Mix.BETWEEN_EQUALS,
          0.1);

  Parameters withLists(ListBuilder other, double otherBasketHalfLife) {
    return new Parameters(other, otherBasketHalfLife, seedHalfLife, availability, newLately, halfLife, rebuy, lately, together);
  }

  Parameters withSeedHalfLife(double value) {
    return new Parameters(builder, basketHalfLife, value, availability, newLately, halfLife, rebuy, lately, together);
  }

  Parameters withAvailability(double value) {
    return new Parameters(builder, basketHalfLife, seedHalfLife, value, newLately, halfLife, rebuy, lately, together);
  }

  Parameters withNewLately(double value) {
    return new Parameters(builder, basketHalfLife, seedHalfLife, availability, value, halfLife, rebuy, lately, together);
  }

  Parameters withHalfLife(double value) {
    return new Parameters(builder, basketHalfLife, seedHalfLife, availability, newLately, value, rebuy, lately, together);
  }

  Parameters withRebuy(double value) {
    return new Parameters(builder, basketHalfLife, seedHalfLife, availability, newLately, halfLife, value, lately, together);
  }

  Parameters withLately(double value) {
    return new Parameters(builder, basketHalfLife, seedHalfLife, availability, newLately, halfLife, rebuy, value, together);
  }

  Parameters withTogether(double value) {
    return new Parameters(builder, basketHalfLife, seedHalfLife, availability, newLately, halfLife, rebuy, lately, value);
  }
}
