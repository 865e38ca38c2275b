package kikkake.local;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;

/** A replay's result for people. */
final class ReplayReport {
  private static final int MOST_NAMED = 5;

  private ReplayReport() {}

  static void print(ReplayResult result, Path out, PrintWriter to) {
    ReplayCounts counts = result.counts();
    to.printf(
        Locale.ROOT,
        "%,d orders, %,d refunds, %,d browses; %,d orders of nobody known%n",
        counts.orders(),
        counts.refunds(),
        counts.browses(),
        counts.guestOrders());
    for (MailKind kind : MailKind.values()) {
      ReplayResult.Outcome outcome = result.outcome(kind);
      to.printf(
          Locale.ROOT,
          "%-17s %,8d planned %,8d sent%n",
          kind.label(),
          outcome.planned(),
          outcome.sent());
      outcome
          .skipped()
          .forEach((reason, mails) ->
              to.printf(Locale.ROOT, "%17s %,8d skipped: %s%n", "", mails, reason));
      outcome
          .held()
          .forEach((reason, mails) ->
              to.printf(Locale.ROOT, "%17s %,8d held for a while: %s%n", "", mails, reason));
      outcome
          .other()
          .forEach((state, mails) -> to.printf(Locale.ROOT, "%17s %,8d %s%n", "", mails, state));
    }
    new TreeMap<>(result.rejected())
        .forEach((reason, times) -> to.printf(Locale.ROOT, "rejected %,8d %s%n", times, reason));
    LimitsCheck.Broken limits = result.limits();
    to.printf(
        Locale.ROOT,
        "limits: %,d above the caps, %,d outside the hours%n",
        limits.aboveTheCaps().size(),
        limits.outsideTheHours().size());
    name("above the caps", limits.aboveTheCaps(), to);
    name("outside the hours", limits.outsideTheHours(), to);
    ShownCheck.Broken shown = result.shown();
    to.printf(
        Locale.ROOT,
        "shown: %,d owned, %,d of an owned family, %,d not for sale; %,d with empty slots%n",
        shown.owned().size(),
        shown.ofAnOwnedFamily().size(),
        shown.notForSale().size(),
        shown.emptySlots().size());
    name("shows what is owned", shown.owned(), to);
    name("shows an owned family", shown.ofAnOwnedFamily(), to);
    name("shows what is not for sale", shown.notForSale(), to);
    name("has empty slots", shown.emptySlots(), to);
    to.printf(
        Locale.ROOT,
        "%,.0f events a second, %,.1f s; %,.0f read units, %,.0f write units; details in %s%n",
        result.eventsPerSecond(),
        counts.seconds(),
        result.readUnits(),
        result.writeUnits(),
        out);
    to.flush();
  }

  private static void name(String what, List<MailKey> mails, PrintWriter to) {
    for (MailKey mail : mails.stream().limit(MOST_NAMED).toList()) {
      to.printf(
          "  %s: %s of customer %s, %s%n",
          what, mail.kind().label(), mail.customer(), mail.businessKey());
    }
  }
}
