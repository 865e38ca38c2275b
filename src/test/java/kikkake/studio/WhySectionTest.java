package kikkake.studio;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kikkake.event.CustomerId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhySectionTest {
  private static final String WHY = "/studio/why";
  private static final String HOSTILE = "\"><script>alert(1)</script>{{formKey}}";

  private final TestStudio office = new TestStudio();

  private Document ask(StudioVisitor visitor, String customer) {
    Reply reply = visitor.get(WHY, Map.of("customer", customer));
    assertThat(reply.status()).isEqualTo(200);
    return Jsoup.parse(reply.body().text());
  }

  @Test
  void asksForACustomer() {
    Document page = office.viewer.page(WHY);

    assertThat(page.title()).startsWith("送信の理由");
    assertThat(page.select("label[for=customer]").text()).isEqualTo("お客様番号");
    assertThat(page.select("article")).isEmpty();
  }

  @Test
  void tellsEveryMailOfACustomerTheLatestFirst() {
    office.shop.knows(ANNA).arrive(purchase("o-1", "tea").build());
    office.shop.deliver();

    Document page = ask(office.viewer, "anna");

    assertThat(page.select("article h2").eachText())
        .hasSize(2)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("おすすめメール o-1"),
            second -> assertThat(second).startsWith("お礼メール o-1：2026-04-10 12:00 に送信済み"));
    assertThat(page.select("article li").eachText()).contains("2026-04-10 12:00 送信（SES が受け付けました）");
    assertThat(ask(office.viewer.inEnglish(), "anna").select("article h2").eachText())
        .anyMatch(heading -> heading.startsWith("Thank-you mail o-1: sent at 2026-04-10 12:00"));
  }

  @Test
  void saysSoWhereThereIsNothingToTell() {
    assertThat(ask(office.viewer, "nobody").text()).contains("このお客様のメールと注文はありません。");
  }

  @Test
  void aCustomerWhoseNumberIsAScriptIsShownAndNotRun() {
    CustomerId hostile = new CustomerId(HOSTILE);
    office.shop.knows(hostile).arrive(purchase(HOSTILE, "tea").by(hostile).build());
    office.shop.deliver();

    Document page = ask(office.viewer, HOSTILE);

    assertThat(page.select("main script")).isEmpty();
    assertThat(page.select("#customer").val()).isEqualTo(HOSTILE);
    assertThat(page.select("article h2").eachText()).allMatch(text -> text.contains(HOSTILE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\tb", "\u0000", "x"})
  void whatCanBeNoCustomerIsRefused(String customer) {
    String asked = customer.equals("x") ? "x".repeat(65) : customer;

    Reply reply = office.viewer.get(WHY, Map.of("customer", asked));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().text()).contains("この値は使えません");
  }

  @Test
  void takesNoFormsAndHasNoPagesBelow() {
    assertThat(office.admin.post(WHY, Map.of()).status()).isEqualTo(404);
    assertThat(office.admin.get(WHY + "/anna", Map.of()).status()).isEqualTo(404);
  }
}
