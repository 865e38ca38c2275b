package kikkake;

import kikkake.local.simulate.Io;
import org.jspecify.annotations.NullMarked;

/** Lets requests to the simulated table fail, while a test wants them to. */
@NullMarked
public final class Outage implements Io {
  private static final String NONE = "none";

  private volatile String failing = NONE;

  /** From now on every request fails whose name begins so. */
  public void of(String requests) {
    failing = requests;
  }

  /** From now on everything works again. */
  public void ends() {
    failing = NONE;
  }

  @Override
  public void before(String request) {
    if (request.startsWith(failing)) {
      throw new IllegalStateException("The table does not answer");
    }
  }

  @Override
  public void after(String request) {}
}
