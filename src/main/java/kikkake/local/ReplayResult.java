package kikkake.local;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kikkake.event.ItemId;
import kikkake.mail.Decision;
import kikkake.mail.MailKind;
import kikkake.mail.MailState;
import kikkake.mail.PlannedMail;
import kikkake.mail.Shown;
import org.jspecify.annotations.Nullable;

/**
 * What a replay came to, as the files that other programs read.
 *
 * @param limits the mails that went although a limit forbade it
 * @param shown the mails that showed what they should not have
 */
record ReplayResult(
    ReplayCounts counts,
    Map<String, Integer> rejected,
    List<PlannedMail> mails,
    LimitsCheck.Broken limits,
    ShownCheck.Broken shown,
    double readUnits,
    double writeUnits) {
  private static final Comparator<PlannedMail> BY_TIME =
      Comparator.comparing(PlannedMail::plannedAt)
          .thenComparing(mail -> mail.key().customer())
          .thenComparing(mail -> mail.key().kind())
          .thenComparing(mail -> mail.key().businessKey());

  ReplayResult {
    rejected = Map.copyOf(rejected);
    mails = mails.stream().sorted(BY_TIME).toList();
  }

  static ReplayResult of(LocalStack stack, ReplayRun run, Map<String, Integer> rejectedBefore) {
    Map<String, Integer> rejected = new TreeMap<>(rejectedBefore);
    stack.deadLetters().forEach(letter -> rejected.merge(letter.reason(), 1, Integer::sum));
    double readUnits = stack.usage().readUnits();
    double writeUnits = stack.usage().writeUnits();
    List<PlannedMail> mails = new ArrayList<>();
    stack.ledger().forEach(mails::add);
    LimitsCheck check = new LimitsCheck(stack.wiring().settings().read());
    LimitsCheck.Broken limits = check.of(check.went(mails, stack.customers()));
    ShownCheck.Broken shown = ShownCheck.of(run.input().messages(), mails);
    return new ReplayResult(run.counts(), rejected, mails, limits, shown, readUnits, writeUnits);
  }

  /** How many mails of a kind stand in each state, the skipped and the once held by reason. */
  record Outcome(
      int planned,
      int sent,
      Map<String, Integer> skipped,
      Map<String, Integer> held,
      Map<String, Integer> other) {}

  Outcome outcome(MailKind kind) {
    int planned = 0;
    int sent = 0;
    Map<String, Integer> skipped = new TreeMap<>();
    Map<String, Integer> held = new TreeMap<>();
    Map<String, Integer> other = new TreeMap<>();
    for (PlannedMail mail : mails) {
      if (mail.key().kind() == kind) {
        planned++;
        mail.decisions().stream()
            .filter(decision -> decision.outcome() == Decision.Outcome.HELD)
            .map(Decision::reason)
            .distinct()
            .forEach(reason -> held.merge(reason, 1, Integer::sum));
        switch (mail.state()) {
          case MailState.Sent state -> sent++;
          case MailState.Skipped state -> skipped.merge(state.reason(), 1, Integer::sum);
          default -> other.merge(mail.state().label(), 1, Integer::sum);
        }
      }
    }
    return new Outcome(planned, sent, skipped, held, other);
  }

  double eventsPerSecond() {
    return counts.messages() / Math.max(counts.seconds(), 1e-3);
  }

  void write(Path directory) throws IOException {
    Files.createDirectories(directory);
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    Files.writeString(
        directory.resolve("summary.json"),
        LocalHttp.JSON.writer(printer).writeValueAsString(summary()) + "\n");
    try (BufferedWriter out = Files.newBufferedWriter(directory.resolve("decisions.jsonl"))) {
      for (PlannedMail mail : mails) {
        out.write(LocalHttp.text(decision(mail)));
        out.write('\n');
      }
    }
  }

  private ObjectNode summary() {
    ObjectNode summary = LocalHttp.JSON.createObjectNode();
    summary.put("orders", counts.orders());
    summary.put("guestOrders", counts.guestOrders());
    summary.put("refunds", counts.refunds());
    summary.put("browses", counts.browses());
    put(summary.putObject("rejected"), rejected);
    ObjectNode kinds = summary.putObject("mails");
    for (MailKind kind : MailKind.values()) {
      Outcome outcome = outcome(kind);
      ObjectNode node = kinds.putObject(kind.label());
      node.put("planned", outcome.planned()).put("sent", outcome.sent());
      put(node.putObject("skipped"), outcome.skipped());
      put(node.putObject("held"), outcome.held());
      if (!outcome.other().isEmpty()) {
        put(node.putObject("other"), outcome.other());
      }
    }
    summary
        .putObject("limits")
        .put("aboveTheCaps", limits.aboveTheCaps().size())
        .put("outsideTheHours", limits.outsideTheHours().size());
    summary
        .putObject("shown")
        .put("owned", shown.owned().size())
        .put("ofAnOwnedFamily", shown.ofAnOwnedFamily().size())
        .put("notForSale", shown.notForSale().size())
        .put("emptySlots", shown.emptySlots().size());
    summary.put("eventsPerSecond", Math.round(eventsPerSecond() * 10) / 10.0);
    summary.put("readUnits", readUnits).put("writeUnits", writeUnits);
    summary.put("seconds", Math.round(counts.seconds() * 10) / 10.0);
    return summary;
  }

  private static void put(ObjectNode node, Map<String, Integer> counts) {
    new TreeMap<>(counts).forEach(node::put);
  }

  private static ObjectNode decision(PlannedMail mail) {
    ObjectNode node = LocalHttp.JSON.createObjectNode();
    node.put("customer", mail.key().customer().value());
    node.put("mail", mail.key().kind().label());
    node.put("key", mail.key().businessKey());
    node.put("plannedAt", mail.plannedAt().toString());
    node.put("state", mail.state().label());
    node.put("reason", reason(mail.state()));
    node.put("sentAt", mail.state() instanceof MailState.Sent sent ? sent.at().toString() : null);
    node.put("template", mail.template());
    var items = node.putArray("items");
    mail.items().stream().map(ItemId::value).forEach(items::add);
    var reasons = node.putArray("reasons");
    mail.shown().stream().map(Shown::reason).forEach(reasons::add);
    var decisions = node.putArray("decisions");
    mail.decisions().forEach(decision -> put(decisions.addObject(), decision));
    return node;
  }

  private static void put(ObjectNode node, Decision decision) {
    node.put("at", decision.at().toString());
    node.put("outcome", decision.outcome().name());
    node.put("gate", decision.gate()).put("reason", decision.reason());
    Instant until = decision.until();
    node.put("until", until == null ? null : until.toString());
    node.put("times", decision.times());
  }

  private static @Nullable String reason(MailState state) {
    return switch (state) {
      case MailState.Held held -> held.reason();
      case MailState.Skipped skipped -> skipped.reason();
      case MailState.Rejected rejected -> rejected.reason();
      case MailState.InDoubt inDoubt -> inDoubt.reason();
      case MailState.Planned planned -> null;
      case MailState.Claimed claimed -> null;
      case MailState.Sent sent -> null;
    };
  }
}
