package kikkake.mail;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.BEN;
import static kikkake.TestData.NOON;
import static kikkake.TestData.line;
import static kikkake.TestData.purchase;
import static kikkake.TestData.viewed;
import static kikkake.TestData.yes;
import static kikkake.mail.MailKind.BROWSE_FOLLOW_UP;
import static kikkake.mail.MailKind.RECOMMENDATION;
import static kikkake.mail.MailKind.THANK_YOU;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kikkake.TestShop;
import kikkake.event.Contact;
import kikkake.event.CustomerId;
import kikkake.event.OrderLine;
import kikkake.event.Who;
import kikkake.gate.Gates;
import kikkake.journey.BrowseFollowUp;
import kikkake.journey.Recommend;
import kikkake.journey.ThankYou;
import kikkake.recommend.Recommender;
import kikkake.template.BuiltInTemplates;
import kikkake.template.MailModel;
import org.junit.jupiter.api.Test;

/** Holds what templates may show to what the journeys compose. */
class JourneyModelsTest {
  private static final CustomerId CLEO = new CustomerId("cleo");

  private final TestShop shop = new TestShop().sells("tea", "cup", "pot", "tray", "box");
  private final Rendering rendering =
      new Rendering(new BuiltInTemplates(), TestShop.SHOP, shop.tokens);
  private final List<Composed> composed = new ArrayList<>();
  private final SendMail sendMail = sendMail();

  /** A model as its template gets it. */
  private record Composed(MailKind kind, Map<String, Object> model) {}

  /** The journey itself, and what it made is kept. */
  private record Watched(Composer journey, TestShop shop, List<Composed> kept) implements Composer {
    @Override
    public MailKind kind() {
      return journey.kind();
    }

    @Override
    public Verdict wanted(Situation situation) {
      return journey.wanted(situation);
    }

    @Override
    public Composition compose(Situation situation, String language, boolean recommends) {
      Composition made = journey.compose(situation, language, recommends);
      if (made instanceof Composition.Ready ready) {
        boolean advertising = kind().advertising() || !ready.shown().isEmpty();
        String token = shop.tokens.sign(situation.mail().key().customer());
        kept.add(
            new Composed(
                kind(),
                WholeModel.of(
                    TestShop.SHOP,
                    ready.model(),
                    situation.profile().name(),
                    advertising ? token : null)));
      }
      return made;
    }
  }

  private SendMail sendMail() {
    Recommender recommender = new Recommender(shop.lists, shop.catalog);
    List<Composer> journeys =
        List.of(
            new ThankYou(shop.catalog, recommender, TestShop.SHOP),
            new Recommend(recommender, TestShop.SHOP),
            new BrowseFollowUp(recommender, TestShop.SHOP));
    List<Composer> watched = new ArrayList<>();
    journeys.forEach(journey -> watched.add(new Watched(journey, shop, composed)));
    return new SendMail(
        shop.ledger,
        new DynamoRecipients(
            shop.table, shop.customers, shop.suppressions, shop.tombstones, shop.clock),
        shop.history,
        shop.settings,
        Gates.all(watched),
        watched,
        shop.templates,
        rendering,
        new HandOver(shop.mailer, Pace.unlimited(), shop.switchboard, shop.clock),
        shop.clock,
        () -> "owner-" + shop.clock.instant());
  }

  private void deliver() {
    shop.release.tick();
    shop.sends.take().forEach(sendMail.batch(shop.troubles::add));
  }

  @Test
  void everyJourneyComposesWhatIsDocumented() {
    shop.knows(ANNA, named(ANNA, "山田 花子", "ja")).knowsOnlyTheAddressOf(BEN);
    OrderLine[] many = new OrderLine[60];
    for (int i = 0; i < many.length; i++) {
      many[i] = line("unknown-" + i, null, 2, "1200");
    }
    shop.arrive(
        purchase("o-1", "tea").paid("1750", "550", "100").build(),
        purchase("o-2", "tea").by(BEN).currency("USD").lines(many).build());
    shop.knows(CLEO).arrive(viewed("cup", new Who(CLEO, null), NOON));
    for (int hour = 0; hour < 24 * 14; hour++) {
      deliver();
      shop.clock.pass(Duration.ofHours(1));
    }

    Set<MailKind> kinds = new HashSet<>();
    for (Composed each : composed) {
      kinds.add(each.kind());
      assertThat(MailModel.of(each.kind().label()).misfits(each.model()))
          .as("%s %s", each.kind(), each.model())
          .isEmpty();
    }
    assertThat(kinds).containsExactlyInAnyOrder(THANK_YOU, RECOMMENDATION, BROWSE_FOLLOW_UP);
    assertThat(composed).anyMatch(each -> each.model().containsKey("recommendations"));
    assertThat(composed).anyMatch(each -> !each.model().containsKey("unsubscribeUrl"));
    assertThat(composed).anyMatch(each -> !each.model().containsKey("customer"));
    assertThat(shop.mailer.mails()).hasSameSizeAs(composed);
    assertThat(shop.troubles).isEmpty();
  }

  private static Contact named(CustomerId customer, String name, String language) {
    return new Contact(
        customer + "@example.jp", name, language, null, yes(NOON.minus(Duration.ofDays(30))));
  }
}
