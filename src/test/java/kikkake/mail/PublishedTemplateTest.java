package kikkake.mail;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.purchase;
import static kikkake.mail.MailKind.THANK_YOU;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kikkake.TestShop;
import kikkake.table.DynamoKey;
import kikkake.template.Publication;
import kikkake.template.TemplateSource;
import kikkake.template.TemplateVersion;
import org.junit.jupiter.api.Test;

/** Which version of its template a mail goes with. */
class PublishedTemplateTest {
  private final TestShop shop = new TestShop().sells("tea").knowsOnlyTheAddressOf(ANNA);

  @Test
  void theNextMailCarriesWhatWasPublished() {
    publish(1, "ご注文 {{order.id}}", "<p>春です</p>");

    buy("o-1");

    assertThat(sent("o-1").template()).isEqualTo("thank-you/ja/1");
    assertThat(mail().subject()).isEqualTo("ご注文 o-1");
    assertThat(mail().html()).contains("春です");
    assertThat(shop.troubles).isEmpty();
  }

  @Test
  void theMailAfterARollbackCarriesTheOldWords() {
    publish(1, "old", "<p>old</p>");
    publish(2, "new", "<p>new</p>");
    buy("o-1");
    assertThat(mail().subject()).isEqualTo("new");

    publishAgain(1);
    buy("o-2");

    assertThat(mail().subject()).isEqualTo("old");
    assertThat(sent("o-2").template()).isEqualTo("thank-you/ja/1");
  }

  @Test
  void aMailThatThePublishedVersionCannotMakeGoesWithTheLastGoodOne() {
    publish(1, "good", "<p>good</p>");
    publish(2, "broken", "<p>{{order.nobodyKnowsThis}}</p>");

    buy("o-1");

    assertThat(mail().subject()).isEqualTo("good");
    assertThat(sent("o-1").template()).isEqualTo("thank-you/ja/1");
    assertThat(shop.troubles)
        .containsExactly(
            "Template thank-you/ja/2, html line 1: the model lacks \"order.nobodyKnowsThis\"");
  }

  @Test
  void whereNonePublishedCanMakeItTheOneOfTheProductDoes() {
    publish(1, "{{#broken}}", "<p>x</p>");

    buy("o-1");

    assertThat(sent("o-1").template()).isEqualTo("thank-you/ja/built-in-1");
    assertThat(shop.troubles).hasSize(1);
  }

  @Test
  void advertisingNeverGoesWithATemplateThatLeavesOutTheWayToRefuse() {
    shop.sells("tea", "cup", "pot", "tray", "box").knows(ANNA);
    publish(1, "ご注文", "<p>{{#recommendations}}{{unsubscribeUrl}}{{/recommendations}}</p>");

    buy("o-1");

    assertThat(shop.mail(THANK_YOU, "o-1").shown()).isNotEmpty();
    assertThat(sent("o-1").template()).isEqualTo("thank-you/ja/built-in-1");
    assertThat(shop.troubles)
        .containsExactly("Template thank-you/ja/1 leaves out the way to refuse (unsubscribeUrl)");
  }

  @Test
  void aVersionWhoseRowIsGoneHoldsNothingUp() {
    publish(1, "good", "<p>good</p>");
    publish(2, "gone", "<p>gone</p>");
    shop.table.delete(new DynamoKey("W#thank-you/ja", "V#000002"));

    buy("o-1");

    assertThat(sent("o-1").template()).isEqualTo("thank-you/ja/1");
    assertThat(shop.troubles)
        .containsExactly("Template thank-you/ja/2: the subject came out blank");
  }

  private void buy(String order) {
    shop.arrive(purchase(order, "tea").at(shop.clock.instant()).build());
    shop.afterwards(Duration.ofHours(1));
  }

  private PlannedMail sent(String order) {
    return shop.mail(THANK_YOU, order);
  }

  private ParsedMail mail() {
    return ParsedMail.of(shop.mailer.mails().getLast().raw());
  }

  private void publish(int number, String subject, String html) {
    TemplateSource source =
        new TemplateSource("thank-you", "ja", subject, "前文", "<mjml></mjml>", "本文");
    shop.templates.save(
        new TemplateVersion(number, source, html, "sato", shop.clock.instant(), ""));
    publishAgain(number);
  }

  private void publishAgain(int number) {
    shop.templates.publish(
        "thank-you",
        "ja",
        new Publication(number, shop.clock.instant(), "sato", ""),
        shop.templates.publications("thank-you", "ja"));
  }
}
