package kikkake.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kikkake.event.ItemId;
import kikkake.event.OrderLine;
import kikkake.event.Purchased;
import kikkake.event.ShopEvent;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import kikkake.mail.MailState;
import kikkake.mail.PlannedMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  private static final Path YEAR = Path.of("../shared/data/online_retail/online_retail.csv.gz");

  @TempDir private Path folder = Path.of("");

  @Test
  void thanksEveryOrderOfTwoRealMonthsOnceAndEndsEveryMail() throws IOException {
    assumeTrue(Files.exists(YEAR), "the real orders are not there: " + YEAR);
    List<ShopEvent> events = ordersBefore(Instant.parse("2011-02-01T00:00:00Z"));
    long orders =
        events.stream()
            .filter(event -> event instanceof Purchased order && order.who().customer() != null)
            .count();
    LocalInbox inbox = LocalInbox.countingOnly();

    ReplayResult result = replay(arrivals(events), inbox, 14);

    assertThat(result.counts().orders()).isEqualTo((int) orders);
    ReplayResult.Outcome thanks = result.outcome(MailKind.THANK_YOU);
    assertThat(thanks.planned()).isEqualTo((int) orders);
    assertThat(thanks.sent()).isEqualTo((int) orders);
    assertThat(inbox.countsByKind().get("thank-you")).isEqualTo(orders);
    assertThat(result.mails())
        .allMatch(mail ->
            mail.state() instanceof MailState.Sent || mail.state() instanceof MailState.Skipped);
    assertRecommendsNothingOwned(events, result.mails());
    assertThat(result.limits().aboveTheCaps()).as("above the caps").isEmpty();
    assertThat(result.limits().outsideTheHours()).as("outside the hours").isEmpty();
    assertThat(result.shown())
        .isEqualTo(new ShownCheck.Broken(List.of(), List.of(), List.of(), List.of()));
  }

  @Test
  void sendsNothingWhenTheSameFileComesAgain() {
    List<Arrival> arrivals = SampleShop.arrivals(3).subList(0, 1_500);
    LocalInbox inbox = LocalInbox.countingOnly();
    VirtualClock clock = new VirtualClock(arrivals.getFirst().at());
    try (LocalDynamo dynamo = LocalDynamo.embedded()) {
      long first;
      try (LocalStack stack = stack(dynamo, clock, inbox)) {
        new Replay(stack, clock, 7).run(arrivals, null, done -> {});
        first = inbox.size();
        assertThat(first).isPositive();
        new Replay(stack, clock, 7).run(arrivals, null, done -> {});
        assertThat(inbox.size()).as("the clock goes on").isEqualTo(first);

        VirtualClock again = new VirtualClock(arrivals.getFirst().at());
        try (LocalStack restarted = stack(dynamo, again, inbox)) {
          new Replay(restarted, again, 7).run(arrivals, null, done -> {});
        }
        assertThat(inbox.size()).as("the clock starts again").isEqualTo(first);
      }
    }
  }

  @Test
  void decidesTheSameForTheSameInputByteForByte() throws IOException {
    List<Arrival> arrivals = SampleShop.arrivals(2).subList(0, 1_500);

    replay(arrivals, LocalInbox.countingOnly(), 7).write(folder.resolve("one"));
    replay(arrivals, LocalInbox.countingOnly(), 7).write(folder.resolve("two"));

    assertThat(folder.resolve("one/decisions.jsonl"))
        .hasSameBinaryContentAs(folder.resolve("two/decisions.jsonl"));
    assertThat(Files.readAllLines(folder.resolve("one/decisions.jsonl"))).hasSizeGreaterThan(100);
  }

  @Test
  void writesWhatItsReadersExpect() throws IOException {
    List<Arrival> arrivals = SampleShop.arrivals(2).subList(0, 800);
    ReplayResult result = replay(arrivals, LocalInbox.handingOn(new Outbox(folder)), 7);
    result.write(folder);

    var summary = LocalHttp.JSON.readTree(folder.resolve("summary.json").toFile());
    assertThat(summary.fieldNames())
        .toIterable()
        .contains(
            "orders",
            "refunds",
            "browses",
            "rejected",
            "mails",
            "limits",
            "shown",
            "eventsPerSecond",
            "readUnits",
            "writeUnits",
            "seconds");
    for (String kind : List.of("thank-you", "recommendation", "browse-follow-up")) {
      assertThat(summary.path("mails").path(kind).fieldNames())
          .toIterable()
          .contains("planned", "sent", "skipped");
    }
    assertThat(summary.path("limits").toString())
        .isEqualTo("{\"aboveTheCaps\":0,\"outsideTheHours\":0}");
    try (BufferedReader lines = Files.newBufferedReader(folder.resolve("decisions.jsonl"))) {
      assertThat(LocalHttp.JSON.readTree(lines.readLine()).fieldNames())
          .toIterable()
          .containsExactly(
              "customer",
              "mail",
              "key",
              "plannedAt",
              "state",
              "reason",
              "sentAt",
              "template",
              "items",
              "reasons",
              "decisions");
    }
    int sent = 0;
    for (MailKind kind : MailKind.values()) {
      sent += result.outcome(kind).sent();
    }
    try (var files = Files.list(folder.resolve("outbox"))) {
      assertThat(files).hasSize(sent).allMatch(file -> file.toString().endsWith(".eml"));
    }
  }

  private static void assertRecommendsNothingOwned(
      List<ShopEvent> events, List<PlannedMail> mails) {
    for (PlannedMail mail : mails) {
      if (mail.state() instanceof MailState.Sent sent
          && mail.key().kind() == MailKind.RECOMMENDATION) {
        Set<ItemId> owned = boughtBefore(events, mail.key(), sent.at());
        assertThat(mail.items()).hasSize(4).doesNotHaveDuplicates();
        assertThat(mail.items()).noneMatch(owned::contains);
      }
    }
  }

  private static Set<ItemId> boughtBefore(List<ShopEvent> events, MailKey mail, Instant at) {
    Set<ItemId> owned = new HashSet<>();
    for (ShopEvent event : events) {
      if (event instanceof Purchased order
          && mail.customer().equals(order.who().customer())
          && order.occurredAt().isBefore(at)) {
        order.lines().stream().map(OrderLine::item).forEach(owned::add);
      }
    }
    return owned;
  }

  private static List<ShopEvent> ordersBefore(Instant end) throws IOException {
    return OrdersCsv.read(YEAR, Currency.getInstance("GBP"), true).events().stream()
        .filter(event -> event.occurredAt().isBefore(end))
        .toList();
  }

  private static List<Arrival> arrivals(List<ShopEvent> events) {
    List<Arrival> arrivals = new ArrayList<>();
    events.forEach(
        event -> arrivals.add(new Arrival(event.occurredAt(), EventWriter.write(event))));
    return arrivals;
  }

  private static ReplayResult replay(List<Arrival> arrivals, LocalInbox inbox, int rebuildDays) {
    VirtualClock clock = new VirtualClock(arrivals.getFirst().at());
    try (LocalDynamo dynamo = LocalDynamo.embedded();
        LocalStack stack = stack(dynamo, clock, inbox)) {
      ReplayRun run = new Replay(stack, clock, rebuildDays).run(arrivals, null, done -> {});
      return ReplayResult.of(stack, run, Map.of());
    }
  }

  private static LocalStack stack(LocalDynamo dynamo, VirtualClock clock, LocalInbox inbox) {
    return new LocalStack(
        dynamo, clock, inbox, 0, LocalStack.NO_PAGES, LocalShop::replayed, LocalStack.NO_LOG);
  }
}
