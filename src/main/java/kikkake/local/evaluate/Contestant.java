package kikkake.local.evaluate;

import java.util.function.Supplier;

/**
 * A recommender to be measured.
 *
 * @param ours whether it is the product's, which the others are compared with
 * @param learn makes it from the training part; this is what "time to build" measures
 */
record Contestant<Q>(String name, boolean ours, Supplier<Ranker<Q>> learn) {
  static <Q> Contestant<Q> ours(Supplier<Ranker<Q>> learn) {
    return new Contestant<>("kikkake", true, learn);
  }

  static <Q> Contestant<Q> baseline(String name, Supplier<Ranker<Q>> learn) {
    return new Contestant<>(name, false, learn);
  }
}
