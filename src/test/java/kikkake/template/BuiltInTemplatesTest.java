package kikkake.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class BuiltInTemplatesTest {
  private static final BuiltInTemplates TEMPLATES = new BuiltInTemplates();
  static final List<Template> ALL = TEMPLATES.all();
  static final List<Template> THANK_YOUS = of("thank-you");
  static final List<Template> ADVERTISING =
      Stream.of("recommendation", "browse-follow-up").flatMap(kind -> of(kind).stream()).toList();
  private static final String EVIL = "<b>\"O'Neil\" & {{shop.url}}</b>";

  private final Renderer renderer = new Renderer();

  @ParameterizedTest
  @CsvSource({
    "ja, ja",
    "ja-JP, ja",
    "ja_JP, ja",
    "JA, ja",
    "en, en",
    "en-GB, en",
    "de, en",
    "jam, en",
    "'', en",
    "!, en",
  })
  void speaksJapaneseToJapaneseReadersAndEnglishToAllOthers(String tag, String language) {
    assertThat(TEMPLATES.find("thank-you", tag).id())
        .isEqualTo("thank-you/" + language + "/built-in-1");
  }

  @Test
  void saysWhichMailsThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TEMPLATES.find("birthday", "ja"))
        .withMessageContaining("birthday")
        .withMessageContaining("browse-follow-up");
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void standsUpToEveryShapeOfModel(Template template) {
    String kind = template.kind();
    for (Models models :
        List.of(
            Models.of(kind),
            Models.of(kind).noName(),
            Models.of(kind).with("customer", Map.of()),
            Models.of(kind).name(""),
            Models.of(kind).name(EVIL),
            Models.of(kind).name("寿限無".repeat(40) + " 🍵👨‍👩‍👧‍👦"),
            Models.of(kind).noImages(),
            Models.of(kind).recommendations(1),
            Models.of(kind).recommendations(3),
            Models.of(kind).lines(1).without("shipping").without("discount"),
            Models.of(kind).lines(30))) {
      RenderedMail mail = renderer.render(template, models.build());

      assertThat(Html.unbalanced(mail.html())).isEmpty();
      assertThat(Html.unbalancedInOutlook(mail.html())).isEmpty();
      assertThat(mail.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(100_000);
      assertThat(mail.subject()).isNotBlank();
      assertThat(mail.text()).doesNotContain("\n\n\n\n").doesNotContain("<a ", "<br");
      assertThat(parseErrors(mail.html())).isEmpty();
    }
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void saysTheLanguageAndTheSubjectAndHidesThePreview(Template template) {
    RenderedMail mail = renderer.render(template, Models.of(template.kind()).build());

    Document html = Jsoup.parse(mail.html());
    assertThat(html.select("html").attr("lang")).isEqualTo(template.language());
    assertThat(html.title()).isEqualTo(mail.subject());
    Element preview = html.body().child(0);
    assertThat(preview.attr("style")).contains("display:none");
    assertThat(preview.text()).isNotBlank().doesNotContain("{{");
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void namesTheSenderAndItsPostalAddress(Template template) {
    RenderedMail mail = renderer.render(template, Models.of(template.kind()).build());

    assertThat(Jsoup.parse(mail.html()).text())
        .contains("茶と器 きっかけ", "〒604-8001 京都府京都市中京区上本能寺前町488");
    assertThat(mail.text()).contains("茶と器 きっかけ", "〒604-8001 京都府京都市中京区上本能寺前町488");
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void showsAHostileNameAsText(Template template) {
    RenderedMail mail = renderer.render(template, Models.of(template.kind()).name(EVIL).build());

    Document html = Jsoup.parse(mail.html());
    assertThat(html.select("b")).isEmpty();
    assertThat(html.body().text()).contains(EVIL);
    assertThat(mail.text()).contains(EVIL);
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void addressesACustomerWithoutANamePolitely(Template template) {
    Map<String, Object> model = Models.of(template.kind()).noName().build();

    RenderedMail mail = renderer.render(template, model);

    if (template.language().equals("ja")) {
      assertThat(mail.text()).startsWith("お客様\n");
      assertThat(mail.html()).contains("お客様").doesNotContain("> 様");
    } else {
      assertThat(mail.text()).doesNotContain("Dear");
      assertThat(mail.html()).doesNotContain("Dear");
    }
    assertThat(mail.subject()).doesNotStartWith("様").doesNotContain("  ");
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void describesEveryPictureAndReservesItsPlace(Template template) {
    Models models = Models.of(template.kind());
    Document html = Jsoup.parse(renderer.render(template, models.build()).html());

    assertThat(html.select("img")).hasSizeGreaterThanOrEqualTo(4);
    assertThat(html.select("img"))
        .allSatisfy(image -> {
          assertThat(image.hasAttr("alt")).isTrue();
          assertThat(image.attr("width")).matches("\\d+");
          assertThat(image.attr("height")).matches("\\d+");
          assertThat(image.attr("src")).startsWith("https://");
        });
    assertThat(renderer.render(template, models.noImages().build()).html()).doesNotContain("<img");
  }

  @ParameterizedTest
  @FieldSource("THANK_YOUS")
  void statesTheSameFactsOfTheOrderInBothParts(Template template) {
    RenderedMail mail = renderer.render(template, Models.thankYou().lines(30).build());

    String html = Jsoup.parse(mail.html()).text();
    for (String fact : List.of("KK-20417", "2026年4月12日", "¥9,460", "¥550", "−¥500")) {
      assertThat(html).contains(fact);
      assertThat(mail.text()).contains(fact);
    }
    for (int line = 1; line <= 30; line++) {
      assertThat(html).contains("¥" + line + ",320");
      assertThat(mail.text()).contains("¥" + line + ",320");
    }
    assertThat(mail.subject()).contains("KK-20417");
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void showsEveryItemWithItsReasonPriceAndLinkInBothParts(Template template) {
    RenderedMail mail = renderer.render(template, Models.of(template.kind()).build());

    Document html = Jsoup.parse(mail.html());
    for (Map<String, Object> item : Models.Items.of(4, true)) {
      for (String field : List.of("title", "reason", "price", "url")) {
        assertThat(mail.text()).contains(String.valueOf(item.get(field)));
      }
      assertThat(html.text()).contains(String.valueOf(item.get("reason")));
      assertThat(html.text()).contains(String.valueOf(item.get("price")));
      assertThat(html.select("a").eachAttr("href")).contains(String.valueOf(item.get("url")));
      assertThat(html.select("a").eachText()).contains(String.valueOf(item.get("title")));
    }
  }

  @ParameterizedTest
  @FieldSource("ADVERTISING")
  void offersAWayToRefuseInEveryAdvertisingMail(Template template) {
    RenderedMail mail = renderer.render(template, Models.advertising().build());

    assertThat(Jsoup.parse(mail.html()).select("a").eachAttr("href")).contains(Models.UNSUBSCRIBE);
    assertThat(mail.text()).contains(Models.UNSUBSCRIBE);
    Map<String, Object> without = Models.advertising().without("unsubscribeUrl").build();
    assertThatThrownBy(() -> renderer.render(template, without))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("\"unsubscribeUrl\"");
  }

  @ParameterizedTest
  @FieldSource("ADVERTISING")
  void linksThePreferencePageWhereThereIsOne(Template template) {
    String url = "https://mail.shop.example/p/v2.k.YW5uYQ.x";

    RenderedMail with =
        renderer.render(template, Models.advertising().with("preferencesUrl", url).build());
    RenderedMail without = renderer.render(template, Models.advertising().build());

    assertThat(Jsoup.parse(with.html()).select("a").eachAttr("href")).contains(url);
    assertThat(with.text()).contains(url);
    assertThat(without.html() + without.text()).doesNotContain("/p/");
  }

  @ParameterizedTest
  @FieldSource("THANK_YOUS")
  void offersAWayToRefuseOnceAThankYouRecommends(Template template) {
    RenderedMail mail = renderer.render(template, Models.thankYou().build());

    assertThat(Jsoup.parse(mail.html()).select("a").eachAttr("href")).contains(Models.UNSUBSCRIBE);
    assertThat(mail.text()).contains(Models.UNSUBSCRIBE);
    Map<String, Object> without = Models.thankYou().build();
    without.remove("unsubscribeUrl");
    assertThatThrownBy(() -> renderer.render(template, without))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("\"unsubscribeUrl\"");
  }

  @ParameterizedTest
  @FieldSource("THANK_YOUS")
  void leavesNoTraceOfAdvertisingInAPlainThankYou(Template template) {
    RenderedMail mail = renderer.render(template, Models.thankYou().recommendations(0).build());

    for (String part : List.of(mail.html(), mail.text())) {
      assertThat(part)
          .doesNotContain("いかがでしょうか", "ご案内", "might like", "nsubscribe", "recommended-");
    }
  }

  private static List<Template> of(String kind) {
    return ALL.stream().filter(template -> template.kind().equals(kind)).toList();
  }

  private static List<String> parseErrors(String html) {
    Parser parser = Parser.htmlParser().setTrackErrors(10);
    Jsoup.parse(html, parser);
    return parser.getErrors().stream().map(Object::toString).toList();
  }
}
