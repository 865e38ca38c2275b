package kikkake.local.evaluate;

import java.io.PrintWriter;
import kikkake.local.UserError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that all evaluations share, and what they print. */
final class Showing {
  @Option(names = "--json", description = "Print one JSON object instead of a table.")
  private boolean json;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Of the bootstrap, and of which item of a basket is hidden (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  long seed() {
    return seed;
  }

  /**
   * Runs a contest and prints its figures, and on the other stream what was left out.
   *
   * @return the exit code
   * @throws UserError where there is no case
   */
  int run(Contest<?> contest, Complaints complaints, @Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("The command does not run from the command line");
    }
    complaints.told().forEach(spec.commandLine().getErr()::println);
    if (contest.cases().list().isEmpty()) {
      throw new UserError(
          "there is no case for %s: nobody in the data did, after the training part, anything that"
                  .formatted(contest.protocol())
              + " it knows; see --help for what a case is"
              + complaints.first());
    }
    Report report = contest.run(seed, System::nanoTime);
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? report.json().toString() : report.text());
    out.flush();
    return 0;
  }
}
