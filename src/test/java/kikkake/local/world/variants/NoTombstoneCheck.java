package kikkake.local.world.variants;

import kikkake.customer.Tombstones;
import kikkake.local.world.Variation;

/** Events are taken in without asking who was erased. */
public final class NoTombstoneCheck implements Variation {
  @Override
  public String name() {
    return "late events bring erased customers back";
  }

  @Override
  public Tombstones tombstones(Tombstones tombstones) {
    return customer -> false;
  }
}
