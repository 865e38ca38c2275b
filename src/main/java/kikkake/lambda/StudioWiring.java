package kikkake.lambda;

import kikkake.studio.DynamoReviews;
import kikkake.studio.SignIn;
import kikkake.studio.Studio;
import kikkake.studio.StudioParts;

/** Puts the studio together, for Lambda and for the laptop. */
public final class StudioWiring {
  private StudioWiring() {}

  /**
   * What differs between Lambda and the laptop.
   *
   * @param formSecret signs what forms bring along, at least 16 bytes
   * @param origin where browsers find the studio
   * @param pictureOrigin the origin of the pictures in mails
   */
  public record Ports(SignIn signIn, String formSecret, String origin, String pictureOrigin) {}

  public static Studio studio(Wiring wiring, Ports ports) {
    return new Studio(
        new StudioParts(
            wiring.why(),
            wiring.settings(),
            new DynamoReviews(wiring.table()),
            wiring.clock(),
            ports.signIn(),
            ports.formSecret(),
            ports.origin(),
            ports.pictureOrigin()));
  }
}
