package kikkake.local.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kikkake.local.UserError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Foretells the next item of a visit from the way so far. */
@Command(
    name = "next-view",
    description = {
      "Foretells the next item of a visit from the way so far.",
      "A case: a prefix of a test session, and the item after it."
    },
    mixinStandardHelpOptions = true)
final class NextViewCommand implements Callable<Integer> {
  @Option(
      names = "--sessions",
      paramLabel = "TRAIN[.gz]",
      description = "Training: item ids with spaces between them, a session a line, latest last.")
  private @Nullable Path sessions;

  @Option(
      names = "--cases",
      paramLabel = "CASES[.gz]",
      description = "With --sessions: the ids of a prefix, a tab, and the next id.")
  private @Nullable Path cases;

  @Option(
      names = "--clicks",
      paramLabel = "TRAIN.tsv[.gz]",
      description = "Training: SessionId, ItemId, Time (in seconds) by tabs, below a header line.")
  private @Nullable Path clicks;

  @Option(
      names = "--test",
      paramLabel = "TEST.tsv[.gz]",
      description = "With --clicks: the sessions to foretell, in the same form.")
  private @Nullable Path test;

  @Mixin private Showing showing = new Showing();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    return showing.run(ViewContest.of(read()), new Complaints(), spec);
  }

  private ViewData read() throws IOException {
    if (sessions != null && cases != null && clicks == null && test == null) {
      return SessionsFile.read(sessions, cases);
    }
    if (sessions == null && cases == null && clicks != null && test != null) {
      return ClicksFile.read(clicks, test);
    }
    throw new UserError(
        "evaluate next-view needs either --sessions with --cases, or --clicks with --test");
  }
}
