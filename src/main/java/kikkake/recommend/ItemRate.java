package kikkake.recommend;

/**
 * How one item sells.
 *
 * @param rebuy share of the buyers who bought it on another day again
 * @param lately how it sells lately, as a share of the best-selling item
 * @param availability whether it sells lately as it used to; about 1 where it does
 */
public record ItemRate(double rebuy, double lately, double availability) {
  /** Of an item that nobody bought for long. */
  static final ItemRate UNKNOWN = new ItemRate(0.01, 0, 0.01);

  /** The rates to the powers with which a ranking multiplies. */
  ItemRate power(double rebuyPower, double availabilityPower) {
    return new ItemRate(
        Math.pow(rebuy, rebuyPower), lately, Math.pow(availability, availabilityPower));
  }
}
