package kikkake.local;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs files of past events through everything. */
@Command(
    name = "replay",
    description = {
      "Runs past events through everything, on a virtual clock: days in seconds.",
      "Writes summary.json, decisions.jsonl and outbox/*.eml.",
      "Ends with 1 where a mail went above the caps or outside the hours."
    },
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  @Option(
      names = "--events",
      arity = "1..*",
      paramLabel = "FILE.jsonl[.gz]",
      description = "Events of the contract (docs/events.md), one a line.")
  private List<Path> events = List.of();

  @Option(
      names = "--orders",
      paramLabel = "FILE.csv[.gz]",
      description = {
        "Orders with the columns InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice,"
            + " CustomerID, Country (as UCI Online Retail)."
      })
  private @Nullable Path orders;

  @Option(
      names = "--catalog",
      paramLabel = "FILE.jsonl",
      description = "Item Updated events, one a line, known before everything else.")
  private @Nullable Path catalog;

  @Option(
      names = "--until",
      paramLabel = "INSTANT",
      description =
          "Stop the clock there, like 2026-10-31T00:00:00Z; else every planned mail comes to its"
              + " end.")
  private @Nullable Instant until;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/replay",
      description = "Where to write (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("target/replay");

  @Option(names = "--no-mails", description = "Do not write the mails themselves.")
  private boolean noMails;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep the tables in this folder, and go on from what it holds.")
  private @Nullable Path data;

  @Option(
      names = "--rebuild-days",
      paramLabel = "N",
      defaultValue = "28",
      description =
          "Make the item lists anew every N days of the virtual clock (default: ${DEFAULT-VALUE}).")
  private int rebuildDays = 28;

  @Option(
      names = "--diff",
      paramLabel = "OTHER_DIR",
      description = {
        "Compare with what an earlier replay wrote there: who would now get what, and why.",
        "Without events and orders, compare what is in --out already."
      })
  private @Nullable Path diff;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (diff != null && !Files.isReadable(diff.resolve("decisions.jsonl"))) {
      throw new UserError(diff + " has no decisions.jsonl: it must be written by replay");
    }
    if (diff != null && orders == null && events.isEmpty()) {
      ReplayDiff.print(ReplayDiff.between(diff, out), Main.out(spec));
      return 0;
    }
    if (orders == null && events.isEmpty()) {
      throw new UserError("replay needs --events or --orders (see ./kikkake replay --help)");
    }
    if (diff != null && Files.exists(out) && Files.isSameFile(diff, out)) {
      throw new UserError("--diff must be another folder than --out, which is written anew");
    }
    if (rebuildDays < 1) {
      throw new UserError("--rebuild-days must be 1 or more");
    }
    Map<String, Integer> rejected = new HashMap<>();
    List<Arrival> arrivals = new ArrayList<>();
    if (orders != null) {
      OrdersCsv.Result read = readOrders(Inputs.readable(orders));
      read.complaints().forEach(this::complain);
      rejected.putAll(read.rejected());
      read.events()
          .forEach(
              event -> arrivals.add(new Arrival(event.occurredAt(), EventWriter.write(event))));
    }
    arrivals.addAll(EventsFile.read(events.stream().map(Inputs::readable).toList()));
    arrivals.sort(Comparator.comparing(Arrival::at));
    if (arrivals.isEmpty()) {
      throw new UserError("there is no event in these files");
    }
    if (catalog != null) {
      arrivals.addAll(0, catalog(catalog, arrivals.getFirst().at()));
    }
    ReplayResult result = run(arrivals, rejected);
    result.write(out);
    ReplayReport.print(result, out, Main.out(spec));
    if (diff != null) {
      ReplayDiff.print(ReplayDiff.between(diff, out), Main.out(spec));
    }
    return result.limits().isEmpty() && result.shown().isEmpty() ? 0 : 1;
  }

  private OrdersCsv.Result readOrders(Path file) throws IOException {
    try {
      return OrdersCsv.read(file, Currency.getInstance("GBP"), catalog == null);
    } catch (IllegalArgumentException e) {
      throw new UserError(file + ": " + e.getMessage());
    }
  }

  /** The catalog's events, arriving before everything else. */
  private static List<Arrival> catalog(Path file, Instant first) throws IOException {
    return EventsFile.read(List.of(Inputs.readable(file))).stream()
        .map(arrival -> new Arrival(first, arrival.message()))
        .toList();
  }

  private ReplayResult run(List<Arrival> arrivals, Map<String, Integer> rejected)
      throws IOException {
    VirtualClock clock = new VirtualClock(arrivals.getFirst().at());
    LocalInbox inbox = noMails ? LocalInbox.countingOnly() : LocalInbox.handingOn(new Outbox(out));
    try (LocalDynamo dynamo = data == null ? LocalDynamo.embedded() : LocalDynamo.embedded(data);
        LocalStack stack =
            new LocalStack(
                dynamo,
                clock,
                inbox,
                0,
                LocalStack.NO_PAGES,
                LocalShop::replayed,
                LocalStack.NO_LOG);
        ProgressBar bar = progress(arrivals.size())) {
      Replay replay = new Replay(stack, clock, rebuildDays);
      ReplayRun run = replay.run(arrivals, until, bar::stepTo);
      return ReplayResult.of(stack, run, rejected);
    }
  }

  static ProgressBar progress(long events) {
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return new ProgressBarBuilder()
        .setTaskName("Replay")
        .setUnit(" events", 1)
        .setInitialMax(events)
        .setStyle(terminal ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK : ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(terminal ? 500 : 20_000)
        .showSpeed()
        .build();
  }

  private void complain(String complaint) {
    if (spec != null) {
      spec.commandLine().getErr().println(complaint);
    }
  }
}
