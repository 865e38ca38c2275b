package kikkake.mail;

import static kikkake.TestData.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import kikkake.TestShop;
import kikkake.template.RenderedMail;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimeMailTest {
  private static final RenderedMail MAIL =
      new RenderedMail(
          "ご注文ありがとうございます（KK-20417）——心を込めてお届けいたします、茶と器のきっかけより",
          "<!DOCTYPE html><p>ありがとうございます 🍵 £</p>\n" + "<p>長い行".repeat(300),
          "ありがとうございます 🍵 £\n.\nFrom here\n");

  private static String compose(String to, @Nullable String name, @Nullable String unsubscribe) {
    return compose(TestShop.SHOP, to, name, unsubscribe);
  }

  private static String compose(
      Shop shop, String to, @Nullable String name, @Nullable String unsubscribe) {
    return MimeMail.compose(shop, to, name, "send-1", MAIL, unsubscribe, NOON);
  }

  @Test
  void namesInJapaneseStandInTheHeadersByRfc2047() throws Exception {
    String raw = compose("anna@example.jp", "山田 花子", null);
    ParsedMail mail = ParsedMail.of(raw);

    assertThat(raw).matches("(?s)\\p{ASCII}*");
    assertThat(mail.to().getAddress()).isEqualTo("anna@example.jp");
    assertThat(mail.to().getPersonal()).isEqualTo("山田 花子");
    assertThat(mail.from().getAddress()).isEqualTo("shop@shop.example");
    assertThat(mail.from().getPersonal()).isEqualTo("茶と器 きっかけ");
    assertThat(mail.subject()).isEqualTo(MAIL.subject());
    assertThat(mail.header("Subject").getFirst()).contains("=?UTF-8?");
    assertThat(mail.message().getSentDate()).isEqualTo(java.util.Date.from(NOON));
  }

  @Test
  void hasATextPartAndAnHtmlPart() {
    ParsedMail mail = ParsedMail.of(compose("anna@example.jp", null, null));

    assertThat(mail.header("Content-Type").getFirst()).startsWith("multipart/alternative");
    assertThat(mail.text().replace("\r\n", "\n")).isEqualTo(MAIL.text());
    assertThat(mail.html().replace("\r\n", "\n")).isEqualTo(MAIL.html());
  }

  @Test
  void noLineIsLongerThanAMailServerTakes() {
    assertThat(compose("anna@example.jp", "山田".repeat(50), null).lines())
        .allMatch(line -> line.length() <= 998);
  }

  @Test
  void theSameMailGivesTheSameBytes() {
    String raw = compose("anna@example.jp", "花子", "https://mail.shop.example/u/t");

    assertThat(compose("anna@example.jp", "花子", "https://mail.shop.example/u/t")).isEqualTo(raw);
    assertThat(raw).contains("Message-ID: <send-1@kikkake>");
  }

  @Test
  void tellsTheMailProgramHowToUnsubscribeWhereItIsAdvertising() {
    ParsedMail with =
        ParsedMail.of(compose("anna@example.jp", null, "https://mail.shop.example/u/t"));
    ParsedMail without = ParsedMail.of(compose("anna@example.jp", null, null));

    assertThat(with.header("List-Unsubscribe")).containsExactly("<https://mail.shop.example/u/t>");
    assertThat(with.header("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    assertThat(without.headerNames()).noneMatch(name -> name.startsWith("List-"));
  }

  @Test
  void theAddressesThatCarriersGaveOutAreQuoted() {
    assertThat(ParsedMail.of(compose("a..b@docomo.ne.jp", "花子", null)).header("To").getFirst())
        .endsWith("<\"a..b\"@docomo.ne.jp>");
    assertThat(SesMailer.quoted("a..b@docomo.ne.jp")).isEqualTo("\"a..b\"@docomo.ne.jp");
    assertThat(SesMailer.quoted(".a@docomo.ne.jp")).isEqualTo("\".a\"@docomo.ne.jp");
    assertThat(SesMailer.quoted("a.@ezweb.ne.jp")).isEqualTo("\"a.\"@ezweb.ne.jp");
    assertThat(SesMailer.quoted("a.b+c_d@example.jp")).isEqualTo("a.b+c_d@example.jp");
    assertThat(SesMailer.bare(SesMailer.quoted("a\\\"b @x.jp"))).isEqualTo("a\\\"b @x.jp");
  }

  @Test
  void answersGoWhereTheShopWantsThem() {
    Shop shop = new Shop("Shop", "u", "a", "no-reply@x.jp", "help@x.jp", "p");

    assertThat(ParsedMail.of(compose(shop, "a@b.jp", null, null)).header("Reply-To"))
        .containsExactly("Shop <help@x.jp>");
    assertThat(ParsedMail.of(compose("a@b.jp", null, null)).header("Reply-To")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anna\r\nBcc: evil@example.com",
        "Anna\nBcc: evil@example.com",
        "Anna\rBcc: evil@example.com",
        "Anna\r\n\r\n<p>evil",
        "花子\r\nBcc: evil@example.com",
        "Anna\u2028Bcc: evil@example.com",
        "Anna\u0085Bcc: evil@example.com",
        "Anna\u0000Bcc: evil@example.com",
        "Anna\" <evil@example.com>, \"",
        "Anna <evil@example.com>,",
        "=?UTF-8?Q?Anna=0D=0ABcc:_evil@example.com?=",
        "=?UTF-8?Q?=22_=3Cevil=40example.com=3E=2C?=",
        "\\",
        "\"",
        "",
        "(",
        "a, b; c: d"
      })
  void noNameCanAddAHeaderOrARecipient(String name) {
    ParsedMail harmless = ParsedMail.of(compose("anna@example.jp", "Anna", null));
    ParsedMail mail = ParsedMail.of(compose("anna@example.jp", name, null));

    assertThat(mail.headerNames())
        .isSubsetOf(Set.copyOf(harmless.headerNames()))
        .hasSameSizeAs(harmless.headerNames());
    assertThat(mail.recipients()).isEqualTo(1);
    assertThat(mail.to().getAddress()).isEqualTo("anna@example.jp");
    assertThat(mail.text().replace("\r\n", "\n")).isEqualTo(MAIL.text());
  }
}
