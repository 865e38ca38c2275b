package kikkake.recommend;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * How a shop's rankings are mixed; chosen by {@link Validation}. Half-lives are in days, or in
 * baskets where nobody knows the days; infinite where nothing fades.
 *
 * @param seedHalfLife after which what somebody bought says half as much about what is new to them
 * @param availability power of an item's availability among what is new
 * @param newLately weight of what sells lately among what is new, beside the item lists
 * @param halfLife after which a purchase speaks half as much for the next one of the same item
 * @param rebuy power of an item's re-buy rate
 * @param lately weight of what sells lately, beside the personal counters
 * @param fresh weight of what is new, beside the personal counters
 */
public record Mixing(
    double seedHalfLife,
    double availability,
    double newLately,
    double halfLife,
    double rebuy,
    double lately,
    double fresh) {
  /** For shops with too few purchases to choose by; what sells lately decides between equals. */
  static final Mixing DEFAULT =
      new Mixing(
          180, 0.5, Mix.BETWEEN_EQUALS, Double.POSITIVE_INFINITY, 0, Mix.BETWEEN_EQUALS, 0.1);

  Mixing withSeedHalfLife(double value) {
    return new Mixing(value, availability, newLately, halfLife, rebuy, lately, fresh);
  }

  Mixing withAvailability(double value) {
    return new Mixing(seedHalfLife, value, newLately, halfLife, rebuy, lately, fresh);
  }

  Mixing withNewLately(double value) {
    return new Mixing(seedHalfLife, availability, value, halfLife, rebuy, lately, fresh);
  }

  Mixing withHalfLife(double value) {
    return new Mixing(seedHalfLife, availability, newLately, value, rebuy, lately, fresh);
  }

  Mixing withRebuy(double value) {
    return new Mixing(seedHalfLife, availability, newLately, halfLife, value, lately, fresh);
  }

  Mixing withLately(double value) {
    return new Mixing(seedHalfLife, availability, newLately, halfLife, rebuy, value, fresh);
  }

  Mixing withFresh(double value) {
    return new Mixing(seedHalfLife, availability, newLately, halfLife, rebuy, lately, value);
  }

  /** The seven numbers in their order. */
  String text() {
    return DoubleStream.of(seedHalfLife, availability, newLately, halfLife, rebuy, lately, fresh)
        .mapToObj(Double::toString)
        .collect(Collectors.joining(" "));
  }

  /** Reads what {@link #text} wrote. */
  static Mixing read(String text) {
    double[] n = Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    return new Mixing(n[0], n[1], n[2], n[3], n[4], n[5], n[6]);
  }
}
