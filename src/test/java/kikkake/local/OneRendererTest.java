package kikkake.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kikkake.StudioDrafts;
import kikkake.event.CustomerId;
import kikkake.event.Purchased;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import org.junit.jupiter.api.Test;

/** The same mail has the same bytes, whichever way it is made. */
class OneRendererTest {
  private static final String MAIL = "/studio/mails/thank-you/ja";

  @Test
  void theLiveMailThePreviewTheTestMailAndTheReplayAreTheSameBytes() throws Exception {
    Purchased order = StudioShop.order("c-1", "o-1", "山田 & <花子> 😀", "ja", null);
    ReceivedMail live;
    try (StudioShop shop = new StudioShop();
        StudioClient editor = new StudioClient(shop, "editor")) {
      live = shop.buy(order);
      Map<String, String> draft = StudioDrafts.of("thank-you", "ja");
      draft.put("sample", new MailKey(new CustomerId("c-1"), MailKind.THANK_YOU, "o-1").sendId());

      JsonNode preview = LocalHttp.JSON.readTree(editor.post(MAIL + "/preview", draft).body());
      assertThat(preview.path("subject").asText()).isEqualTo(live.subject());
      assertThat(preview.path("text").asText()).isEqualTo(text(live));
      assertThat(editor.post(MAIL + "/frame", draft).body()).isEqualTo(html(live));

      assertThat(editor.post(MAIL + "/test", draft).statusCode()).isEqualTo(200);
      ReceivedMail test = shop.mails().getFirst();
      assertThat(test.subject()).isEqualTo("[テスト] " + live.subject());
      assertThat(html(test)).isEqualTo(html(live));
      assertThat(text(test)).isEqualTo(text(live));
    }
    ReceivedMail replayed = replayed(order);
    assertThat(replayed.subject()).isEqualTo(live.subject());
    assertThat(html(replayed)).isEqualTo(html(live));
    assertThat(text(replayed)).isEqualTo(text(live));
  }

  private static ReceivedMail replayed(Purchased order) {
    LocalInbox inbox = new LocalInbox();
    Instant at = order.occurredAt();
    VirtualClock clock = new VirtualClock(at);
    try (LocalDynamo dynamo = LocalDynamo.embedded();
        LocalStack stack =
            new LocalStack(
                dynamo,
                clock,
                inbox,
                0,
                LocalStack.NO_PAGES,
                LocalShop::sample,
                LocalStack.NO_LOG)) {
      SampleShelf.fill(stack.functions(), clock);
      new Replay(stack, clock, 7)
          .run(List.of(new Arrival(at, EventWriter.write(order))), null, done -> {});
    }
    return inbox.mails().stream()
        .filter(mail -> mail.to().contains("c-1@example.com"))
        .findFirst()
        .orElseThrow();
  }

  private static String html(ReceivedMail mail) {
    return mail.html().orElseThrow().replace("\r\n", "\n");
  }

  private static String text(ReceivedMail mail) {
    return mail.text().orElseThrow().replace("\r\n", "\n");
  }
}
