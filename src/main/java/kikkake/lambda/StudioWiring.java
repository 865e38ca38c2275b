package kikkake.lambda;

import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import kikkake.mail.DynamoLatestMails;
import kikkake.mail.SesMailer;
import kikkake.mail.Shop;
import kikkake.mail.TestMailer;
import kikkake.mail.TestMails;
import kikkake.studio.DynamoReviews;
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
   * @param hosts where links and pictures in mails may lead
   */
  public record Ports(
      SignIn signIn,
      Pictures pictures,
      TestMailer testMailer,
      Shop shop,
      String formSecret,
      String origin,
      String pictureOrigin,
      Set<String> hosts) {
    public Ports {
      hosts = Set.copyOf(hosts);
    }
  }

  /** As AWS gives it; see {@code template.yaml} for the variables. */
  static Studio of(Environment environment) {
    String origin = environment.required("KIKKAKE_STUDIO_URL");
    Shop shop = Wiring.shop(environment);
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
            new SesMailer(AwsClients.ses(), environment.required("KIKKAKE_CONFIGURATION_SET")),
            shop,
            environment.required("KIKKAKE_FORM_KEY"),
            origin,
            origin,
            hosts(shop)));
  }

  /** Links in mails lead to the shop's own site. */
  public static Set<String> hosts(Shop shop) {
    String host = URI.create(shop.url()).getHost();
    return host == null ? Set.of() : Set.of(host.replaceFirst("^www\\.", ""));
  }

  public static Studio studio(Wiring wiring, Ports ports) {
    InstantSource clock = wiring.clock();
    return new Studio(
        new StudioParts(
            wiring.templates(),
            new DynamoReviews(wiring.table()),
            new DynamoLatestMails(wiring.table(), () -> UUID.randomUUID().toString()),
            wiring.ledger(),
            wiring.rehearsal(),
            new TestMails(ports.testMailer(), wiring.switchboard(), ports.shop(), clock),
            wiring.settings(),
            wiring.why(),
            ports.signIn(),
            ports.pictures(),
            ports.formSecret(),
            ports.origin(),
            ports.pictureOrigin(),
            ports.hosts(),
            clock));
  }
}
