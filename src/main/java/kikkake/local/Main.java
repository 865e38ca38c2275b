package kikkake.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import kikkake.local.bench.BenchCommand;
import kikkake.local.evaluate.EvaluateCommand;
import kikkake.local.templates.TemplatesCommand;
import kikkake.local.world.SimulateCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line, {@code ./kikkake}. */
@Command(
    name = "kikkake",
    description = "A shop's events set off the right mail at the right time.",
    mixinStandardHelpOptions = true,
    version = "kikkake 0.1",
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      ReplayCommand.class,
      RebuildCommand.class,
      SettingsCommand.class,
      SendingCommand.class,
      WhyCommand.class,
      TemplatesCommand.class,
      SimulateCommand.class,
      EvaluateCommand.class,
      BenchCommand.class,
      EraseCommand.class
    })
public final class Main implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  private Main() {}

  /** Runs one command; exits with 2 and one line where the user has to mend something. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** Where a running command writes. */
  static PrintWriter out(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("The command does not run from the command line");
    }
    return spec.commandLine().getOut();
  }

  /** The whole command line, ready to execute. */
  public static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new Main());
    commandLine.setParameterExceptionHandler((e, args) -> {
      String command = e.getCommandLine().getCommandSpec().qualifiedName();
      return complain(e.getCommandLine(), e.getMessage() + " (see ./" + command + " --help)");
    });
    commandLine.setExecutionExceptionHandler((e, failed, result) -> {
      if (e instanceof UserError || e instanceof IOException) {
        return complain(failed, text(e));
      }
      if (e instanceof UncheckedIOException) {
        return complain(failed, String.valueOf(e.getMessage()));
      }
      throw e;
    });
    return commandLine;
  }

  private static int complain(CommandLine commandLine, @Nullable String message) {
    commandLine
        .getErr()
        .println("kikkake: " + String.valueOf(message).lines().findFirst().orElse(""));
    return CommandLine.ExitCode.USAGE;
  }

  private static String text(Exception e) {
    return e instanceof NoSuchFileException missing
        ? "there is no file " + missing.getFile()
        : String.valueOf(e.getMessage());
  }

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
    return CommandLine.ExitCode.OK;
  }
}
