package kikkake.local.world.variants;

import java.util.List;
import kikkake.local.world.Variation;
import kikkake.mail.Gate;

/** A mail goes however late it is. */
public final class ShelfLifeNotAsked implements Variation {
  @Override
  public String name() {
    return "the shelf life is not asked";
  }

  @Override
  public List<Gate> gates(List<Gate> gates) {
    return gates.stream().filter(gate -> !gate.name().equals("shelf-life")).toList();
  }
}
