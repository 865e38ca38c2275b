package kikkake.lambda;

import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import kikkake.mail.DynamoLatestMails;
import kikkake.mail.Shop;
import kikkake.mail.TestMailer;
import kikkake.mail.TestMails;
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
   * @param hosts where links and pictures in mails may lead
   */
  public record Ports(
      SignIn signIn,
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
            ports.formSecret(),
            ports.origin(),
            ports.pictureOrigin(),
            ports.hosts(),
            clock));
  }
}
