package kikkake.local.world.variants;

import java.util.List;
import kikkake.local.world.Variation;
import kikkake.mail.Gate;

/** Nothing is asked any more when a mail goes: it was when it was planned. */
public final class GatesAtPlanningOnly implements Variation {
  @Override
  public String name() {
    return "gates are asked at planning time only";
  }

  @Override
  public List<Gate> gates(List<Gate> gates) {
    return List.of();
  }
}
