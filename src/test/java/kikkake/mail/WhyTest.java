package kikkake.mail;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.BEN;
import static kikkake.TestData.NOON;
import static kikkake.TestData.purchase;
import static kikkake.TestData.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import kikkake.TestShop;
import kikkake.event.Contact;
import kikkake.event.Who;
import kikkake.mail.Mailer.Answer;
import org.junit.jupiter.api.Test;

class WhyTest {
  private final TestShop shop = new TestShop().sells("tea", "cup", "pot", "tray", "box");
  private final Why why = new Why(shop.ledger, shop.customers, shop.settings, shop.history);

  /** A thank-you that went, and a recommendation that waits. */
  private void ordered() {
    shop.knows(ANNA).arrive(purchase("o-1", "tea").build());
    shop.deliver();
  }

  private List<String> lines(String key, boolean japanese) {
    return why.tell(ANNA, key).lines(japanese);
  }

  @Test
  void tellsInEnglishWhatBecameOfAMailAndWhen() {
    ordered();

    assertThat(lines("thank-you/o-1", false))
        .containsExactly(
            "Thank-you mail o-1: sent at 2026-04-10 12:00, wording thank-you/ja/built-in-1",
            "  2026-04-10 12:00  planned, to go at 2026-04-10 12:00, not after 2026-04-12 12:00",
            "  2026-04-10 12:00  sent: SES took it",
            "  it shows cup: it sells well",
            "  it shows pot: it sells well",
            "  it shows tray: it sells well",
            "  it shows box: it sells well");
  }

  @Test
  void tellsItInJapanese() {
    ordered();

    assertThat(lines("thank-you/o-1", true))
        .containsExactly(
            "お礼メール o-1：2026-04-10 12:00 に送信済み、文面 thank-you/ja/built-in-1",
            "  2026-04-10 12:00  予定を作成。送信予定は 2026-04-10 12:00、期限は 2026-04-12 12:00",
            "  2026-04-10 12:00  送信（SES が受け付けました）",
            "  おすすめ cup：よく売れている",
            "  おすすめ pot：よく売れている",
            "  おすすめ tray：よく売れている",
            "  おすすめ box：よく売れている");
  }

  @Test
  void tellsTheMailsInTheOrderInWhichTheyWerePlanned() {
    ordered();
    shop.clock.pass(Duration.ofHours(1));
    shop.arrive(viewed("pot", new Who(ANNA, null), shop.clock.instant()));

    assertThat(why.tell(ANNA, "").mails())
        .extracting(story -> story.mail().key().kind())
        .containsExactly(MailKind.THANK_YOU, MailKind.RECOMMENDATION, MailKind.BROWSE_FOLLOW_UP);
    assertThat(why.tell(ANNA, "o-1").mails()).hasSize(2);
    assertThat(why.tell(ANNA, "recommendation/o-1").mails()).hasSize(1);
    assertThat(why.tell(ANNA, "o-2").lines(false)).isEmpty();
    assertThat(why.tell(BEN, "").lines(false)).isEmpty();
  }

  @Test
  void timesAreTheCustomersAndTheShopsWhereTheZoneIsUnknown() {
    shop.knows(BEN, new Contact("ben@example.jp", null, null, "Europe/London", null));
    shop.arrive(purchase("o-1", "tea").by(BEN).build());
    ordered();

    assertThat(why.tell(BEN, "thank-you/o-1").mails())
        .extracting(MailStory::zone)
        .containsExactly(ZoneId.of("Europe/London"));
    assertThat(why.tell(ANNA, "thank-you/o-1").mails())
        .extracting(MailStory::zone)
        .containsExactly(ZoneId.of("Asia/Tokyo"));
  }

  @Test
  void tellsWhatMovedAMailAndHowOften() {
    shop.arrive(purchase("o-1", "tea").build());
    shop.deliver();
    shop.afterwards(Duration.ofHours(1));
    shop.knowsOnlyTheAddressOf(ANNA);
    shop.afterwards(Duration.ofHours(1));

    assertThat(lines("thank-you/o-1", false))
        .containsExactly(
            "Thank-you mail o-1: sent at 2026-04-10 14:00, wording thank-you/ja/built-in-1",
            "  2026-04-10 12:00  planned, to go at 2026-04-10 12:00, not after 2026-04-12 12:00",
            "  2026-04-10 12:00  held until 2026-04-10 14:00: no mail address is known, 2 times",
            "  2026-04-10 14:00  without recommendations: the customer did not agree to such mail",
            "  2026-04-10 14:00  sent: SES took it");
    assertThat(lines("thank-you/o-1", true))
        .contains(
            "  2026-04-10 12:00  2026-04-10 14:00 まで保留（メールアドレスがわかりません）、2 回",
            "  2026-04-10 14:00  おすすめは載せない（お客様の受信同意がありません）");
  }

  @Test
  void tellsWhyAnOrderGaveNoRiseToAMail() {
    shop.knows(ANNA);
    shop.set("recommendation.on", "no");
    shop.clock.pass(Duration.ofMinutes(2));
    shop.arrive(
        purchase("o-1", "tea").at(NOON.minus(Duration.ofDays(10))).build(),
        purchase("o-2", "tea").at(NOON.plus(Duration.ofDays(1))).build());

    assertThat(lines("", false))
        .containsExactly(
            "Thank-you mail o-1: not planned, because its time has passed",
            "  2026-03-31 12:00  ordered",
            "Recommendation mail o-1: not planned, because this kind of mail is switched off",
            "  2026-03-31 12:00  ordered",
            "Thank-you mail o-2: not planned, because the order is dated in the future",
            "  2026-04-11 12:00  ordered",
            "Recommendation mail o-2: not planned, because this kind of mail is switched off",
            "  2026-04-11 12:00  ordered");
    assertThat(lines("thank-you/o-1", true))
        .containsExactly("お礼メール o-1：予定なし（送るべき時期を過ぎました）", "  2026-03-31 12:00  注文");
    assertThat(why.tell(ANNA, "thank-you/o-2").tree(ANNA, false))
        .isEqualTo(
            Map.of(
                "customer",
                "anna",
                "mails",
                List.of(),
                "notPlanned",
                List.of(
                    Map.of(
                        "mail", "thank-you",
                        "key", "o-2",
                        "reason", "order-dated-ahead",
                        "text", "the order is dated in the future",
                        "occurredAt", "2026-04-11T03:00:00Z"))));
  }

  @Test
  void aMailThatWasPlannedIsToldOnce() {
    ordered();

    assertThat(why.tell(ANNA, "o-1").notPlanned()).isEmpty();
  }

  @Test
  void everyStateHasItsSentenceInBothLanguages() {
    Map<MailBuilder, List<String>> sentences =
        Map.of(
            mail(), List.of("waits for its time", "送信待ち"),
            mail().held(NOON), List.of("held, because it is night", "保留中（お客様の地域では夜間です）"),
            mail().claimed(NOON), List.of("is being sent", "送信処理中"),
            mail().sent(NOON),
                List.of(
                    "sent at 2026-04-10 12:00, wording browse-follow-up/ja/1",
                    "2026-04-10 12:00 に送信済み、文面 browse-follow-up/ja/1"),
            mail().skipped(NOON),
                List.of("not sent, because the customer did not agree", "送らない（お客様の受信同意がありません）"),
            mail().rejected(NOON),
                List.of("refused by SES: SES answered MessageRejected", "SES が拒否（SES の応答"),
            mail().inDoubt(NOON),
                List.of("perhaps sent: SES answered no-answer", "送信できたか不明（SES の応答"));

    sentences.forEach((mail, words) -> {
      MailStory story = new MailStory(mail.build(), ZoneId.of("Asia/Tokyo"));
      assertThat(story.lines(false).getFirst()).contains(words.getFirst());
      assertThat(story.lines(true).getFirst()).contains(words.getLast());
    });
  }

  @Test
  void tellsThatSesRefusedWhatIsInAMail() {
    MailState refused = new MailState.Rejected("content-refused", NOON);
    MailStory story = new MailStory(mail().in(refused).build(), ZoneId.of("Asia/Tokyo"));

    assertThat(story.lines(false).getFirst())
        .endsWith("refused by SES: SES took it, and then refused what is in it, like a virus");
    assertThat(story.lines(true).getFirst()).contains("内容に問題");
  }

  private static MailBuilder mail() {
    return MailBuilder.mail(MailKind.BROWSE_FOLLOW_UP, "2026-04-10");
  }

  @Test
  void everyKindHasANameInBothLanguages() {
    for (MailKind kind : MailKind.values()) {
      MailStory story = new MailStory(MailBuilder.mail(kind, "k").build(), ZoneId.of("UTC"));
      assertThat(story.lines(false).getFirst()).matches("[A-Z][a-z -]+ mail k: .*");
      assertThat(story.lines(true).getFirst()).matches(".+メール k：.*");
    }
  }

  @Test
  void everyOutcomeIsToldInBothLanguages() {
    for (Decision.Outcome outcome : Decision.Outcome.values()) {
      Decision decision = new Decision(NOON, outcome, "ses", "failed", NOON, "g1-abc", 1);
      MailStory story = new MailStory(mail().decided(decision).build(), ZoneId.of("UTC"));
      assertThat(story.lines(false).getLast()).endsWith(Reason.FAILED.text(false));
      assertThat(story.lines(true).getLast()).contains("（" + Reason.FAILED.text(true) + "）");
    }
  }

  @Test
  void tellsTheSameAsData() {
    shop.mailer.answer(new Answer.Unknown("ses-no-answer"));
    ordered();

    Map<String, Object> tree = why.tell(ANNA, "thank-you/o-1").mails().getFirst().tree(false);

    assertThat(tree)
        .containsEntry("mail", "thank-you")
        .containsEntry("key", "o-1")
        .containsEntry("state", "IN_DOUBT")
        .containsEntry("text", "perhaps sent: SES answered no-answer")
        .containsEntry("occurredAt", "2026-04-10T03:00:00Z")
        .containsEntry("dueAt", "2026-04-11T03:00:00Z")
        .containsEntry("items", List.of())
        .doesNotContainKey("template");
    assertThat(tree.get("decisions"))
        .isEqualTo(
            List.of(
                Map.of(
                    "at", "2026-04-10T03:00:00Z",
                    "outcome", "IN_DOUBT",
                    "gate", "ses",
                    "reason", "ses-no-answer",
                    "text", "SES answered no-answer",
                    "until", "2026-04-11T03:00:00Z",
                    "rules", "g1-" + shop.settings.read().version(),
                    "times", 1)));
  }
}
