package kikkake.lambda;

import kikkake.studio.Pictures;
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
  public record Ports(
      SignIn signIn, Pictures pictures, String formSecret, String origin, String pictureOrigin) {}

  /** As AWS gives it; see {@code template.yaml} for the variables. */
  static Studio of(Environment environment) {
    String origin = environment.required("KIKKAKE_STUDIO_URL");
    return studio(
        Wiring.of(environment),
        new Ports(
            new StudioSignIn(
                new StudioSignIn.Pool(
                    environment.required("KIKKAKE_SIGN_IN_URL"),
                    environment.required("KIKKAKE_SIGN_IN_CLIENT"),
                    origin)),
            new StudioS3Pictures(
                StudioS3Pictures.client(), environment.required("KIKKAKE_PICTURES_BUCKET")),
            environment.required("KIKKAKE_FORM_KEY"),
            origin,
            origin));
  }

  public static Studio studio(Wiring wiring, Ports ports) {
    return new Studio(
        new StudioParts(
            wiring.why(),
            ports.signIn(),
            ports.pictures(),
            ports.formSecret(),
            ports.origin(),
            ports.pictureOrigin()));
  }
}
