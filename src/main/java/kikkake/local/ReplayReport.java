package kikkake.local;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import kikkake.mail.MailKind;

/** A replay's result for people. */
final class ReplayReport {
  private ReplayReport() {}

  static void print(ReplayResult result, Path out, PrintWriter to) {
    Replay.Counts counts = result.counts();
    line(
        to,
        "%,d orders, %,d refunds, %,d browses; %,d orders of nobody known",
        counts.orders(),
        counts.refunds(),
        counts.browses(),
        counts.guestOrders());
    for (MailKind kind : MailKind.values()) {
      ReplayResult.Outcome outcome = result.outcome(kind);
      line(to, "%-17s %,8d planned %,8d sent", kind.label(), outcome.planned(), outcome.sent());
      outcome
          .skipped()
          .forEach((reason, mails) -> line(to, "%17s %,8d skipped: %s", "", mails, reason));
      outcome.other().forEach((state, mails) -> line(to, "%17s %,8d %s", "", mails, state));
    }
    new TreeMap<>(result.rejected())
        .forEach((reason, times) -> line(to, "rejected %,8d %s", times, reason));
    line(
        to,
        "%,.0f events a second, %,.1f s; %,.0f read units, %,.0f write units; details in %s",
        result.eventsPerSecond(),
        counts.seconds(),
        result.readUnits(),
        result.writeUnits(),
        out);
    to.flush();
  }

  private static void line(PrintWriter to, String format, Object... values) {
    to.println(String.format(Locale.ROOT, format, values));
  }
}
