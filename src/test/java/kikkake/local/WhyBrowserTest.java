package kikkake.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static kikkake.TestData.catalogItem;
import static kikkake.TestData.purchase;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import kikkake.event.CustomerId;
import kikkake.history.DynamoHistory;
import kikkake.mail.Claim;
import kikkake.mail.Decision;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import kikkake.mail.PlannedMail;
import kikkake.studio.Group;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The page that tells why a mail went, in a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhyBrowserTest {
  private static final Instant NOW = Instant.parse("2026-04-10T03:00:00Z");
  private static final String HOSTILE = "<img src=x onerror=\"document.title=1\">{{t.why}}";

  @SuppressWarnings("NullAway.Init")
  private StudioPages studio;

  @BeforeAll
  void start() {
    studio = new StudioPages(InstantSource.fixed(NOW));
    bought(new CustomerId("anna"));
    bought(new CustomerId(HOSTILE));
  }

  @AfterAll
  void close() {
    studio.close();
  }

  /** One mail was skipped, one waits, and one was never planned. */
  private void bought(CustomerId customer) {
    studio.stack.catalog().put(catalogItem("tea").build());
    DynamoTable table = new DynamoTable(studio.dynamo.client(), LocalTable.NAME, new DynamoUsage());
    String order = customer.value();
    new DynamoHistory(table)
        .add(
            purchase(order, "tea").by(customer).at(NOW).build(),
            Map.of("browse-follow-up", "too-late"));
    for (MailKind kind : new MailKind[] {MailKind.THANK_YOU, MailKind.RECOMMENDATION}) {
      Instant due = kind.advertising() ? NOW.plusSeconds(86_400) : NOW;
      studio
          .stack
          .ledger()
          .plan(
              PlannedMail.planned(
                  new MailKey(customer, kind, order), NOW, NOW, due, due.plusSeconds(86_400)));
    }
    MailKey thanks = new MailKey(customer, MailKind.THANK_YOU, order);
    Claim claim =
        studio.stack.ledger().claim(thanks, "a", NOW, Duration.ofDays(1), "g1-abc").orElseThrow();
    studio
        .stack
        .ledger()
        .skipped(
            claim,
            new Decision(
                NOW, Decision.Outcome.SKIPPED, "wanted", "order-cancelled", null, "g1-abc", 1));
  }

  private Page ask(String customer) {
    Page page = studio.open(Group.VIEWER, "/studio/why");
    page.locator("#customer").fill(customer);
    page.locator("main button").click();
    return page;
  }

  @Test
  void tellsTheStoryOfEveryMail() {
    Page page = ask("anna");

    assertThat(page.locator("article")).hasCount(3);
    assertThat(page.locator("article h2").getByText("お礼メール anna"))
        .containsText("送らない（注文は取り消し、または返金されました）");
    studio.look(page, "why-mails");
  }

  @Test
  void saysSoWhereThereIsNothingToTell() {
    Page page = ask("nobody");

    assertThat(page.locator("main")).containsText("このお客様のメールと注文はありません。");
    studio.look(page, "why-nothing");
  }

  @Test
  void aCustomerWhoseNumberIsMarkupIsShownAsText() {
    Page page = ask(HOSTILE);

    assertThat(page.locator("article")).hasCount(3);
    assertThat(page.locator("main img")).hasCount(0);
    assertThat(page.locator("#customer")).hasValue(HOSTILE);
    assertThat(page.locator("article h2").first()).containsText(HOSTILE);
    assertThat(page).hasTitle("送信の理由 · スタジオ");
    studio.look(page, "why-hostile");
  }
}
