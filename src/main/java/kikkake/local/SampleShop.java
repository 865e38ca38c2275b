package kikkake.local;

import java.util.List;

final class SampleShop {
  private SampleShop() {}

  static List<Arrival> arrivals(long seed) {
    return List.of();
  }
}
