package kikkake.local;

import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/** Chance that is the same on every machine for the same seed. */
final class Dice {
  private final RandomGenerator random;

  Dice(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** True in so many of a hundred cases. */
  boolean percent(double chance) {
    return random.nextDouble() * 100 < chance;
  }

  /** A number from {@code min} to {@code max}, both included. */
  int between(int min, int max) {
    return random.nextInt(min, max + 1);
  }

  <T> T pick(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  /** One of the things, each as often as its weight says; null where none has any weight. */
  <T> @Nullable T pick(List<T> things, ToDoubleFunction<T> weight) {
    double sum = 0;
    for (T thing : things) {
      sum += weight.applyAsDouble(thing);
    }
    double left = random.nextDouble() * sum;
    for (T thing : things) {
      left -= weight.applyAsDouble(thing);
      if (left < 0) {
        return thing;
      }
    }
    return null;
  }

  /** How long until something that happens every {@code days} on average, and at any time. */
  Duration gap(double days) {
    double gap = -StrictMath.log(1 - random.nextDouble()) * days;
    return Duration.ofSeconds((long) (gap * 86_400));
  }

  /** About so many days, a fifth more or less. */
  Duration about(int days) {
    return Duration.ofSeconds((long) (days * 86_400 * (0.8 + 0.4 * random.nextDouble())));
  }

  Duration seconds(int min, int max) {
    return Duration.ofSeconds(between(min, max));
  }
}
