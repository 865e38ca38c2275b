package kikkake.local.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import kikkake.local.UserError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Foretells what people who looked around will buy. */
@Command(
    name = "retarget",
    description = {
      "Foretells what people who looked around will buy.",
      "A case: somebody who viewed or carted something before the cut, and bought something within",
      "the horizon after it; the truth is what was bought."
    },
    mixinStandardHelpOptions = true)
final class RetargetCommand implements Callable<Integer> {
  private static final int MOST_DAYS = 3_650;

  @Option(
      names = "--events",
      required = true,
      paramLabel = "FILE.jsonl[.gz]",
      description = "Events of the contract (docs/events.md), one a line.")
  private @Nullable Path events;

  @Option(
      names = "--cut",
      required = true,
      paramLabel = "DATE",
      description = "The first day that is not learned from, in UTC, like 2026-06-01.")
  private @Nullable LocalDate cut;

  @Option(
      names = "--horizon",
      required = true,
      paramLabel = "DAYS",
      description = "How many days from the cut on purchases count.")
  private int horizon;

  @Mixin private Showing showing = new Showing();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (events == null || cut == null) {
      throw new UserError("evaluate retarget needs --events, --cut and --horizon");
    }
    if (horizon < 1 || horizon > MOST_DAYS) {
      throw new UserError("--horizon must be from 1 to " + MOST_DAYS + " days");
    }
    Complaints complaints = new Complaints();
    RetargetData data = BrowsingFile.read(events, cut, horizon, complaints);
    return showing.run(RetargetContest.of(data), complaints, spec);
  }
}
