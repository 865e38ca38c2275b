package kikkake.studio;

import static kikkake.studio.TestStudio.SETTINGS;
import static kikkake.studio.TestStudio.filled;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kikkake.mail.MailKind;
import kikkake.mail.Settings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsSectionTest {
  private static final Map<String, String> LATER = Map.of("quietHours.from", "22:00");
  private static final String FIRST = SETTINGS + "/1";

  private final TestStudio office = new TestStudio();

  private static Document page(Reply reply) {
    return Jsoup.parse(reply.body().text());
  }

  private static Element field(Document page, String name) {
    return Objects.requireNonNull(page.getElementById(name), name);
  }

  @Test
  void showsEverySettingWithALabelAndAHelpInBothLanguages() {
    for (StudioVisitor visitor : List.of(office.editor, office.editor.inEnglish())) {
      Document page = visitor.page(SETTINGS);
      for (String name : Settings.DEFAULTS.texts().keySet()) {
        assertThat(page.select("label[for='" + name + "']").text()).as(name).isNotEmpty();
        assertThat(field(page, name).attr("aria-describedby")).as(name).contains(name + "-help");
        assertThat(field(page, name + "-help").text()).as(name).isNotEmpty();
      }
      assertThat(page.title()).isNotEmpty();
      assertThat(page.text()).doesNotContain("PT", "yes");
    }
  }

  @Test
  void theFormAsItStandsChangesNothing() {
    Reply reply = office.editor.post(SETTINGS, filled(office.editor, Map.of()));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(page(reply).select("[role=alert]").text()).contains("変更がない");
    assertThat(office.shop.settings.versions()).isEmpty();
  }

  @Test
  void whatNoUnitCanTellIsShownAndKept() {
    office.shop.set("recommendation.delay", "PT36H0.5S");
    office.shop.set("thank-you.at", "09:30:15");
    office.shop.set("browse-follow-up.delay", "PT90S");
    office.shop.set("cap.day", "");

    Document page = office.editor.page(SETTINGS);
    assertThat(field(page, "recommendation.delay").val()).isEqualTo("PT36H0.5S");
    assertThat(field(page, "thank-you.at").attr("type")).isEmpty();
    Reply reply = office.editor.post(SETTINGS, filled(page, LATER));

    assertThat(reply.status()).isEqualTo(303);
    assertThat(office.shop.settings.version(5).orElseThrow().changes())
        .extracting(change -> change.name() + " " + change.from() + " " + change.to())
        .containsExactly("quietHours.from 21:00 22:00");
  }

  @Test
  void anEditorProposesAnApproverApprovesAndPublishesAndGoesBack() {
    office.asked(Map.of("quietHours.from", "22:00", "note", "夏は遅くまで"));
    assertThat(office.live()).isEqualTo(Settings.DEFAULTS);
    Document asked = office.approver.page(SETTINGS);
    assertThat(asked.select("#proposal-1").text())
        .contains("承認待ち", "editor@shop.example", "夏は遅くまで", "メールを送らない時間帯：開始時刻", "21:00", "22:00")
        .contains("2026年4月10日 12:00");
    assertThat(asked.select("#proposal-1 button").eachText()).containsExactly("承認する", "差し戻す");

    assertThat(office.approver.post(FIRST + "/approve", Map.of("note", "よし")).status())
        .isEqualTo(303);
    assertThat(office.live()).isEqualTo(Settings.DEFAULTS);
    assertThat(office.approver.page(SETTINGS).select("#proposal-1 button").eachText())
        .containsExactly("公開する", "差し戻す");
    Reply published = office.approver.post(FIRST + "/publish", Map.of("note", ""));
    assertThat(published.headers())
        .containsEntry("location", SETTINGS + "?done=published#proposal-1");
    assertThat(office.live().quietHours().from()).isEqualTo(LocalTime.of(22, 0));
    assertThat(office.shop.settings.read()).isEqualTo(office.live());

    Document page = office.approver.page(SETTINGS);
    Element back = Objects.requireNonNull(page.selectFirst("form.back"));
    assertThat(office.approver.post(SETTINGS + "/back", StudioVisitor.fields(back)).status())
        .isEqualTo(303);
    assertThat(office.live()).isEqualTo(Settings.DEFAULTS);
    assertThat(office.approver.page(SETTINGS).select("tbody tr td:nth-child(3)").eachText())
        .containsExactly("最初の設定に戻した", "提案1を公開", "提案1を承認", "提案1の承認を依頼", "提案1を保存");
    assertThat(office.approver.page(SETTINGS).select("tbody tr td:nth-child(2)").eachText())
        .containsExactly(
            "approver@shop.example",
            "approver@shop.example",
            "approver@shop.example",
            "editor@shop.example",
            "editor@shop.example");
  }

  @Test
  void changesOfTheCommandLineStandInTheSameHistory() {
    office.shop.set("cap.day", "3");

    Document page = office.viewer.page(SETTINGS);

    assertThat(page.select("tbody tr td:nth-child(3)").eachText())
        .containsExactly("提案1を公開", "提案1を保存");
    assertThat(page.select("details #proposal-1").text()).contains("公開中", "2通", "3通");
    assertThat(page.text()).contains("2026年4月10日 12:00 に marketer さんが公開");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          recommendation.delay    | 三日   | 366日以内
          recommendation.delay    | 400    | 366日以内
          recommendation.delay    | -1     | 366日以内
          recommendation.delay    | ''     | 366日以内
          recommendation.delay.unit | weeks | 366日以内
          recommendation.at       | 25:00  | 10:00 のような時刻
          quietHours.from         | ''     | 両方空欄
          quietHours.to           | ''     | 両方空欄
          cap.day                 | 101    | 0から100まで
          cap.week                | <b>x   | 0から100まで
          holdout.percent         | ''     | 0から100まで
          sendRate                | 0      | 1から10000まで
          zone                    | Tokio  | Asia/Tokyo のような
          language                | fr     | 日本語か英語
          """)
  void aWrongValueComesBackMarkedWithWhatItMustBeAndNothingIsLost(
      String name, String typed, String must) {
    Map<String, String> fields = new HashMap<>(Map.of("mergeWindow", "7", "note", "夏の設定"));
    fields.put(name, typed);

    Reply reply = office.editor.post(SETTINGS, filled(office.editor, fields));

    assertThat(reply.status()).isEqualTo(400);
    Document page = page(reply);
    String id = name.replace(".unit", "");
    Element field = field(page, id);
    assertThat(field.attr("aria-invalid")).isEqualTo("true");
    assertThat(field.attr("aria-describedby")).contains(id + "-must");
    assertThat(field(page, id + "-must").text()).contains(must);
    assertThat(page.select("[role=alert] a").attr("href")).isEqualTo("#" + id);
    if (name.equals(id) && !name.equals("language")) {
      assertThat(field.val()).isEqualTo(typed);
    }
    assertThat(field(page, "mergeWindow").val()).isEqualTo("7");
    assertThat(field(page, "mergeWindow-live").text()).isEqualTo("いまの設定：4時間");
    assertThat(field(page, "note").val()).isEqualTo("夏の設定");
    assertThat(page.select("[aria-invalid]")).hasSize(1);
    assertThat(office.shop.settings.versions()).isEmpty();
  }

  @Test
  void aNoteThatIsTooLongComesBackMarked() {
    Map<String, String> fields =
        filled(office.editor, Map.of("cap.day", "4", "note", "あ".repeat(201)));

    Document page = page(office.editor.post(SETTINGS, fields));

    assertThat(field(page, "note").attr("aria-invalid")).isEqualTo("true");
    assertThat(field(page, "note-must").text()).contains("200文字以内");
    assertThat(field(page, "cap.day").val()).isEqualTo("4");
  }

  @Test
  void fullWidthDigitsAndUnitsAndSwitchesAreUnderstood() {
    Map<String, String> fields =
        filled(
            office.editor,
            Map.of(
                "recommendation.delay", "２",
                "recommendation.delay.unit", "days",
                "recommendation.at", "９：３０",
                "quietHours.from", "",
                "quietHours.to", "",
                "cap.day", ""));
    fields.remove("browse-follow-up.on");

    assertThat(office.editor.post(SETTINGS, fields).status()).isEqualTo(303);

    assertThat(office.shop.settings.version(1).orElseThrow().settings())
        .isEqualTo(
            Settings.of(
                Map.of(
                    "recommendation.delay", "PT48H",
                    "recommendation.at", "09:30",
                    "quietHours.from", "",
                    "quietHours.to", "",
                    "cap.day", "",
                    "browse-follow-up.on", "no")));
    assertThat(office.editor.page(SETTINGS).select("#proposal-1 .changes li").eachText())
        .contains(
            "おすすめメール：送るまでの時間 変更前3日 → 変更後2日",
            "おすすめメール：送る時刻 変更前10:00 → 変更後09:30",
            "メールを送らない時間帯：開始時刻 変更前21:00 → 変更後指定なし",
            "送る回数：24時間の上限 変更前2通 → 変更後上限なし",
            "閲覧フォローメール：このメールを送る 変更前はい → 変更後いいえ");
  }

  @Test
  void aPageThatLacksAFieldIsNoProposal() {
    Map<String, String> fields = filled(office.editor, LATER);
    fields.remove("quietHours.to");

    assertThat(office.editor.post(SETTINGS, fields).status()).isEqualTo(400);
    assertThat(office.shop.settings.versions()).isEmpty();
  }

  @Test
  void whatSomebodyElsePublishedMeanwhileIsNotUndone() {
    Document before = office.editor.page(SETTINGS);
    office.published(1, Map.of("cap.day", "3"));

    Reply reply = office.editor.post(SETTINGS, filled(before, LATER));

    assertThat(reply.status()).isEqualTo(409);
    Document again = page(reply);
    assertThat(again.select("[role=alert]").text()).contains("ほかの人が先に変更しました");
    assertThat(field(again, "quietHours.from").val()).isEqualTo("22:00");
    assertThat(field(again, "cap.day").val()).isEqualTo("3");
    assertThat(office.editor.post(SETTINGS, filled(again, Map.of())).status()).isEqualTo(303);
    assertThat(office.shop.settings.version(2).orElseThrow().changes()).hasSize(1);
  }

  @Test
  void aProposalMadeOfOtherSettingsIsNotPublishedButCanBeProposedAgain() {
    office.asked(LATER);
    office.approver.post(FIRST + "/approve", Map.of());
    office.published(2, Map.of("cap.day", "3"));

    assertThat(office.approver.post(FIRST + "/publish", Map.of()).status()).isEqualTo(409);
    Document page = office.editor.page(SETTINGS);
    assertThat(page.select("details #proposal-1").text()).contains("古い提案", "このままでは公開できません");
    Document again = page(office.editor.get(SETTINGS, Map.of("from", "1")));
    office.editor.post(SETTINGS, filled(again, Map.of()));

    Settings wanted = office.shop.settings.version(3).orElseThrow().settings();
    assertThat(wanted.capPerDay()).isEqualTo(3);
    assertThat(wanted.quietHours().from()).isEqualTo(LocalTime.of(22, 0));
  }

  @Test
  void goingBackTwiceAtOnceGoesBackOnce() {
    office.published(1, LATER);
    office.published(2, Map.of("cap.day", "3"));
    Element back = Objects.requireNonNull(office.admin.page(SETTINGS).selectFirst("form.back"));
    Map<String, String> fields = StudioVisitor.fields(back);

    assertThat(office.admin.post(SETTINGS + "/back", fields).status()).isEqualTo(303);
    assertThat(office.approver.post(SETTINGS + "/back", fields).status()).isEqualTo(409);

    assertThat(office.live().quietHours().from()).isEqualTo(LocalTime.of(22, 0));
    assertThat(office.live().capPerDay()).isEqualTo(2);
  }

  @Test
  void whoseOwnWorkItIsCannotApproveItUnlessTheLiveSettingSaysSo() {
    Map<String, String> off = filled(office.admin, Map.of("then", "ask"));
    off.remove("approval.byAnother");
    office.admin.post(SETTINGS, off);

    assertThat(office.admin.post(FIRST + "/approve", Map.of()).status()).isEqualTo(403);
    assertThat(office.admin.page(SETTINGS).select("#proposal-1").text()).contains("ほかの方の承認が必要");
    office.approver.post(FIRST + "/approve", Map.of());
    office.admin.post(FIRST + "/publish", Map.of());
    assertThat(office.live().approvalByAnother()).isFalse();

    office.admin.post(SETTINGS, filled(office.admin, Map.of("cap.day", "4", "then", "ask")));
    assertThat(office.admin.post(SETTINGS + "/2/approve", Map.of()).status()).isEqualTo(303);
  }

  @Test
  void nobodyDoesWhatTheirGroupMayNot() {
    office.asked(LATER);

    assertThat(office.viewer.page(SETTINGS).select("form.settings button, #proposal-1 button"))
        .isEmpty();
    assertThat(office.viewer.page(SETTINGS).select("fieldset:not([disabled])")).isEmpty();
    assertThat(office.editor.page(SETTINGS).select("#proposal-1 button, form.back")).isEmpty();
    Map<String, String> fields = filled(office.editor, Map.of("cap.day", "3"));
    for (StudioVisitor visitor : List.of(office.viewer, office.approver)) {
      assertThat(visitor.post(SETTINGS, fields).status()).isEqualTo(403);
    }
    for (StudioVisitor visitor : List.of(office.viewer, office.editor)) {
      for (String what : List.of("/1/approve", "/1/decline", "/1/publish", "/back")) {
        assertThat(visitor.post(SETTINGS + what, Map.of("made", "0")).status())
            .as(what)
            .isEqualTo(403);
      }
    }
    assertThat(office.approver.post(FIRST + "/publish", Map.of()).status()).isEqualTo(409);
    assertThat(office.admin.post(FIRST + "/publish", Map.of()).status()).isEqualTo(409);
    assertThat(office.approver.post(SETTINGS + "/back", Map.of("made", "0")).status())
        .isEqualTo(409);
    assertThat(office.live()).isEqualTo(Settings.DEFAULTS);
    assertThat(office.shop.settings.versions()).hasSize(1);
    assertThat(office.reviews.of("settings", 1).steps()).hasSize(1);
  }

  @Test
  void ofTwoWhoAnswerAtOnceTheFirstIsHeard() {
    office.asked(LATER);
    office.approver.post(FIRST + "/decline", Map.of("note", "まだ早い"));

    assertThat(office.admin.post(FIRST + "/approve", Map.of()).status()).isEqualTo(409);
    assertThat(office.editor.page(SETTINGS).select("#proposal-1").text()).contains("差し戻し");
    assertThat(office.editor.page(SETTINGS).select("tbody").text()).contains("まだ早い");
  }

  @Test
  void aNoteThatIsAScriptIsShownAndNotRun() {
    String hostile = "<script>alert(1)</script>{{formKey}}\" onfocus=\"x";
    office.asked(Map.of("quietHours.from", "22:00", "note", hostile));
    office.approver.post(FIRST + "/approve", Map.of("note", hostile));

    Document page = office.approver.page(SETTINGS);

    assertThat(page.select("main script, [onfocus]")).isEmpty();
    assertThat(page.select("#proposal-1 .why").text()).isEqualTo(hostile);
    assertThat(page.select("tbody td:nth-child(4)").eachText()).contains(hostile);
    Document wrong =
        page(
            office.editor.post(
                SETTINGS, filled(office.editor, Map.of("zone", hostile, "note", hostile))));
    assertThat(wrong.select("main script, [onfocus]")).isEmpty();
    assertThat(field(wrong, "zone").val()).isEqualTo(hostile);
  }

  @ParameterizedTest
  @CsvSource({
    "/9/approve, 404",
    "/0/approve, 404",
    "/x/approve, 400",
    "/1/erase, 404",
    "/1, 404",
    "/1/approve/now, 404",
    "/forward, 404"
  })
  void whatThereIsNotIsNotFound(String path, int status) {
    office.asked(LATER);

    assertThat(office.admin.post(SETTINGS + path, Map.of()).status()).isEqualTo(status);
    assertThat(office.admin.get(SETTINGS + path, Map.of()).status()).isEqualTo(404);
    assertThat(office.admin.get(SETTINGS, Map.of("from", "9", "done", "<b>")).status())
        .isEqualTo(404);
  }

  @Test
  void speaksEnglishToo() {
    office.published(1, Map.of("recommendation.delay", "1", "mergeWindow", "90"));
    StudioVisitor english = office.approver.inEnglish();

    Document page = english.page(SETTINGS);

    assertThat(page.select("#proposal-1 .changes li").eachText())
        .containsExactly(
            "How often: Time between mails before: 4 hours → after: 90 hours",
            "Recommendation mail: Wait before: 3 days → after: 1 day");
    assertThat(page.select("tbody td:first-child").eachText()).contains("10 Apr 2026, 12:00");
    assertThat(page.text()).doesNotContainPattern("[ぁ-ん]");
    assertThat(MailKind.values()).allMatch(kind -> page.text().contains(kind.name(false)));
  }

  @Test
  void oneAloneDoesNotGoBackToWhereNobodyElseHadToApprove() {
    office.published(1, Map.of("approval.byAnother", "no"));
    office.published(2, Map.of("approval.byAnother", "yes"));
    Element back = Objects.requireNonNull(office.admin.page(SETTINGS).selectFirst("form.back"));

    Reply reply = office.admin.post(SETTINGS + "/back", StudioVisitor.fields(back));

    assertThat(reply.status()).isEqualTo(409);
    assertThat(office.live().approvalByAnother()).isTrue();
  }
}
