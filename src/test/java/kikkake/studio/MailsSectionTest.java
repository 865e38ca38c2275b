package kikkake.studio;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kikkake.StudioDrafts;
import kikkake.lint.BuiltInSources;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import kikkake.template.TemplateVersion;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class MailsSectionTest {
  private static final String MAIL = "/studio/mails/thank-you/ja";
  private static final String SUBJECT = "新茶の季節です";

  private final TestStudio office = new TestStudio();

  /** An editor writes a version; the answer is where the browser goes on. */
  private Reply save(StudioVisitor who, String subject, int newest) {
    Map<String, String> draft = StudioDrafts.of("thank-you", "ja");
    draft.put("subject", subject);
    draft.put("newest", Integer.toString(newest));
    return who.post(MAIL + "/save", draft);
  }

  private int post(StudioVisitor who, String action, Map<String, String> more) {
    Map<String, String> fields = new HashMap<>(Map.of("version", "1"));
    fields.putAll(more);
    return who.post(MAIL + "/" + action, fields).status();
  }

  private void approved() {
    assertThat(save(office.editor, SUBJECT, 0).status()).isEqualTo(303);
    assertThat(post(office.editor, "ask", Map.of("steps", "0"))).isEqualTo(303);
    assertThat(post(office.approver, "approve", Map.of("steps", "1"))).isEqualTo(303);
  }

  /** Which version the next mail goes with. */
  private String live() {
    return office.shop.templates.now().find("thank-you", "ja").getFirst().version();
  }

  @Test
  void anApprovedVersionGoesFromATimeOnAndBackWithOneClick() {
    approved();
    Map<String, String> later = Map.of("steps", "2", "made", "0", "at", "2026-04-11T09:00");
    assertThat(post(office.approver, "publish", later)).isEqualTo(303);
    assertThat(live()).isEqualTo("built-in-1");
    Document waiting = office.viewer.page(MAIL);
    assertThat(waiting.text()).contains("2026-04-11 09:00 (Asia/Tokyo) → バージョン 1");

    office.shop.clock.pass(Duration.ofHours(21));
    assertThat(live()).isEqualTo("1");
    assertThat(post(office.approver, "rollback", Map.of("made", "1"))).isEqualTo(303);
    assertThat(live()).isEqualTo("built-in-1");
  }

  @Test
  void whatWasToComeCanBeDropped() {
    approved();
    post(office.approver, "publish", Map.of("steps", "2", "made", "0", "at", "2026-04-11T09:00"));
    assertThat(post(office.approver, "cancel", Map.of("made", "1"))).isEqualTo(303);

    office.shop.clock.pass(Duration.ofDays(2));
    assertThat(live()).isEqualTo("built-in-1");
    assertThat(post(office.approver, "cancel", Map.of("made", "2"))).isEqualTo(409);
  }

  @Test
  void publishingReplacesWhatWasToCome() {
    approved();
    Map<String, String> now = Map.of("steps", "2", "made", "0");
    assertThat(post(office.approver, "publish", now)).isEqualTo(303);

    assertThat(live()).isEqualTo("1");
    assertThat(office.viewer.page("/studio").text()).contains("バージョン 1");
  }

  @Test
  void whatGoesOrWillGoIsNotDeclined() {
    approved();
    post(office.approver, "publish", Map.of("steps", "2", "made", "0", "at", "2026-04-11T09:00"));

    assertThat(post(office.approver, "decline", Map.of("steps", "2"))).isEqualTo(409);
    post(office.approver, "cancel", Map.of("made", "1"));
    assertThat(post(office.approver, "decline", Map.of("steps", "2"))).isEqualTo(303);
  }

  /** The parts that come with the product may have changed since. */
  @Test
  void aVersionWhoseHtmlIsNotThatOfItsSourceIsSavedAgainFirst() {
    TemplateVersion version =
        new TemplateVersion(
            1,
            BuiltInSources.of("thank-you", "ja"),
            "<html>of an earlier release</html>",
            "editor@shop.example",
            office.shop.clock.instant(),
            "");
    office.shop.templates.save(version);

    assertThat(post(office.editor, "ask", Map.of("steps", "0"))).isEqualTo(409);
    assertThat(office.reviews.of("thank-you/ja", 1).steps()).isEmpty();
  }

  @Test
  void keysThatSomebodyMadeUpAreNobody() {
    office.shop.knows(ANNA).arrive(purchase("o-1", "tea").build());
    for (MailKey key :
        List.of(
            new MailKey(ANNA, MailKind.THANK_YOU, " o-1"),
            new MailKey(ANNA, MailKind.THANK_YOU, "x"))) {
      Map<String, String> draft = StudioDrafts.of("thank-you", "ja");
      draft.put("sample", key.sendId());
      assertThat(office.viewer.post(MAIL + "/preview", draft).status()).isEqualTo(404);
    }
    Map<String, String> draft = StudioDrafts.of("browse-follow-up", "ja");
    draft.put("sample", new MailKey(ANNA, MailKind.BROWSE_FOLLOW_UP, "someday").sendId());
    String mail = "/studio/mails/browse-follow-up/ja";
    assertThat(office.viewer.post(mail + "/preview", draft).status()).isEqualTo(404);
  }

  /** A draft must not tell another site of the customer it is shown on. */
  @Test
  void theFrameLoadsPicturesFromTheShopsOwnAddressesOnly() {
    Reply frame = office.viewer.post(MAIL + "/frame", StudioDrafts.of("thank-you", "ja"));

    assertThat(frame.headers().get("content-security-policy"))
        .contains("img-src 'self' ", "https://shop.example", "sandbox;")
        .doesNotContain("https: ", "https:;", "*;");
  }

  @Test
  void theFrameShowsTheColoursThatAreAskedFor() {
    Map<String, String> draft = StudioDrafts.of("thank-you", "ja");
    String plain = office.viewer.post(MAIL + "/frame", draft).body().text();
    draft.put("colors", "dark");
    String dark = office.viewer.post(MAIL + "/frame", draft).body().text();
    draft.put("colors", "light");
    String light = office.viewer.post(MAIL + "/frame", draft).body().text();

    assertThat(plain).contains("(prefers-color-scheme: dark)");
    assertThat(dark).isEqualTo(plain.replace("prefers-color-scheme: dark", "min-width:0"));
    assertThat(light).isEqualTo(plain.replace("prefers-color-scheme: dark", "max-width:0"));
  }

  @Test
  void timesThatPassedOrAreNoneAreRefused() {
    approved();
    for (String at : List.of("2026-04-10T11:59", "2026-13-01T00:00", "soon")) {
      Map<String, String> fields = Map.of("steps", "2", "made", "0", "at", at);
      assertThat(post(office.approver, "publish", fields)).as(at).isEqualTo(400);
    }
    assertThat(live()).isEqualTo("built-in-1");
  }

  @Test
  void ofTwoWhoSaveTheSecondIsToldAndLosesNothing() {
    assertThat(save(office.editor, "first", 0).status()).isEqualTo(303);
    Reply second = save(office.admin, "second", 0);

    assertThat(second.status()).isEqualTo(409);
    Document page = Jsoup.parse(second.body().text());
    assertThat(page.select("[role=alert]").text()).contains("ほかの人が先に変更しました");
    assertThat(page.select("#subject").attr("value")).isEqualTo("second");
    assertThat(office.shop.templates.versions("thank-you", "ja")).hasSize(1);
  }

  @Test
  void ofTwoWhoAnswerTheSecondIsTold() {
    approved();

    assertThat(post(office.approver, "decline", Map.of("steps", "1"))).isEqualTo(409);
    assertThat(office.reviews.of("thank-you/ja", 1).approved()).isTrue();
  }

  @Test
  void whatWasNotChangedIsNotSaved() {
    Reply same = office.editor.post(MAIL + "/save", StudioDrafts.of("thank-you", "ja"));

    assertThat(same.status()).isEqualTo(409);
    assertThat(same.body().text()).contains("変更がないため");
  }

  @Test
  void ownWorkIsApprovedOnlyWhereTheShopAllowsIt() {
    save(office.admin, SUBJECT, 0);
    post(office.admin, "ask", Map.of("steps", "0"));
    assertThat(post(office.admin, "approve", Map.of("steps", "1"))).isEqualTo(403);

    office.published(1, Map.of("approval.byAnother", "no"));
    office.shop.clock.pass(Duration.ofMinutes(2));
    assertThat(post(office.admin, "approve", Map.of("steps", "1"))).isEqualTo(303);
  }

  @Test
  void whoIsSearchedForIsFoundByNumberAndByOrder() {
    office.shop.knows(ANNA).arrive(purchase("o-77", "tea").build());
    office.shop.deliver();
    String id = new MailKey(ANNA, MailKind.THANK_YOU, "o-77").sendId();

    for (String wanted : List.of("", "anna", "o-7")) {
      Reply found = office.viewer.get(MAIL + "/samples", Map.of("q", wanted));
      assertThat(found.body().text()).as(wanted).contains(id);
    }
    assertThat(office.viewer.get(MAIL + "/samples", Map.of("q", "nobody")).body().text())
        .isEqualTo("{\"samples\":[]}");
    assertThat(office.viewer.get("/studio/mails/thank-you/en/samples", Map.of()).body().text())
        .doesNotContain(id);
  }

  @Test
  void aTestMailIsMarkedAndLeavesNoTrace() {
    office.shop.knows(ANNA).arrive(purchase("o-1", "tea").build());
    office.shop.deliver();
    int planned = office.shop.ledger.of(ANNA).size();
    Map<String, String> draft = StudioDrafts.of("thank-you", "ja");
    draft.put("sample", new MailKey(ANNA, MailKind.THANK_YOU, "o-1").sendId());

    assertThat(office.editor.post(MAIL + "/test", draft).status()).isEqualTo(200);
    assertThat(office.testMails).containsOnlyKeys("editor@shop.example");
    assertThat(office.testMails.get("editor@shop.example"))
        .contains("To: editor@shop.example")
        .doesNotContain("List-Unsubscribe", "anna@example.jp", "/u/v2.");
    assertThat(office.shop.ledger.of(ANNA)).hasSize(planned);
  }
}
