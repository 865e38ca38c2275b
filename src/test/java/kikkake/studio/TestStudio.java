package kikkake.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kikkake.NoPictures;
import kikkake.TestShop;
import kikkake.mail.DynamoLatestMails;
import kikkake.mail.Mailer;
import kikkake.mail.Settings;
import kikkake.mail.TestMailer;
import kikkake.mail.TestMails;
import kikkake.mail.Why;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The studio of a shop on the simulated DynamoDB. */
final class TestStudio {
  static final String SETTINGS = "/studio/settings";

  private static final SignIn NOBODY_SIGNS_IN =
      new SignIn() {
        @Override
        public Reply begin(Ask ask) {
          return Reply.html(200, "sign in");
        }

        @Override
        public Reply end(Ask ask) {
          return Reply.seeOther(Studio.PATH);
        }

        @Override
        public Reply out(Ask ask) {
          return Reply.seeOther(Studio.PATH);
        }
      };

  final TestShop shop = new TestShop().sells("tea", "cup", "pot", "tray", "box");

  /** The raw test mails, by whom they went to. */
  final Map<String, String> testMails = new HashMap<>();

  private final TestMailer testMailer =
      (sender, to, raw) -> {
        testMails.put(to, raw);
        return new Mailer.Answer.Accepted("test-" + testMails.size());
      };
  final Reviews reviews = new DynamoReviews(shop.table);
  final Studio studio =
      new Studio(
          new StudioParts(
              shop.templates,
              reviews,
              new DynamoLatestMails(shop.table, () -> "anywhere"),
              shop.ledger,
              shop.rehearsal,
              new TestMails(testMailer, shop.switchboard, TestShop.SHOP, shop.clock),
              shop.settings,
              new Why(shop.ledger, shop.customers, shop.settings, shop.history),
              NOBODY_SIGNS_IN,
              new NoPictures(),
              "a key that is long enough",
              StudioVisitor.ORIGIN,
              StudioVisitor.ORIGIN,
              Set.of("shop.example"),
              shop.clock));
  final StudioVisitor viewer = new StudioVisitor(studio, Group.VIEWER);
  final StudioVisitor editor = new StudioVisitor(studio, Group.EDITOR);
  final StudioVisitor approver = new StudioVisitor(studio, Group.APPROVER);
  final StudioVisitor admin = new StudioVisitor(studio, Group.ADMIN);

  Settings live() {
    return shop.settings.live().settings();
  }

  /** The settings form as somebody sees it, with other values in some fields. */
  static Map<String, String> filled(StudioVisitor visitor, Map<String, String> typed) {
    return filled(visitor.page(SETTINGS), typed);
  }

  static Map<String, String> filled(Document page, Map<String, String> typed) {
    Element form = Objects.requireNonNull(page.selectFirst("form.settings"));
    Map<String, String> fields = new HashMap<>(StudioVisitor.fields(form));
    fields.putAll(typed);
    return fields;
  }

  /** An editor proposes a change and asks for approval of it. */
  void asked(Map<String, String> typed) {
    Map<String, String> fields = filled(editor, typed);
    fields.put("then", "ask");
    assertThat(editor.post(SETTINGS, fields).status()).isEqualTo(303);
  }

  /** A change is proposed, approved and published. */
  void published(int version, Map<String, String> typed) {
    asked(typed);
    String proposal = SETTINGS + "/" + version;
    assertThat(approver.post(proposal + "/approve", Map.of()).status()).isEqualTo(303);
    assertThat(approver.post(proposal + "/publish", Map.of()).status()).isEqualTo(303);
  }
}
