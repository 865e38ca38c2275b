package kikkake.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import kikkake.mail.DynamoSwitchboard;
import kikkake.mail.SendingSwitch;
import kikkake.mail.Switchboard;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows and turns the shop's switch. */
@Command(
    name = "sending",
    description = {
      "Shows whether mail goes out, and turns it on, off, or to a dry run. Off holds the very next",
      "mail; mails wait within their shelf life. On also ends a pause."
    },
    mixinStandardHelpOptions = true)
final class SendingCommand implements Callable<Integer> {
  @Mixin private RealTable table = new RealTable();

  @Parameters(arity = "0..1", paramLabel = "on|off|dry-run", description = "What from now on.")
  private @Nullable String mode;

  @Option(names = "--why", paramLabel = "TEXT", description = "For those who ask later.")
  private String why = "by hand";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    table.use(new DynamoUsage(), this::run);
    return 0;
  }

  private void run(DynamoTable dynamo) {
    Switchboard switchboard = new DynamoSwitchboard(dynamo);
    if (mode != null) {
      switchboard.set(mode(mode), why);
    }
    SendingSwitch now = switchboard.read();
    Instant pausedUntil = now.pausedUntil();
    PrintWriter out = Main.out(spec);
    out.println(
        "sending is "
            + now.mode().label()
            + (pausedUntil == null ? "" : ", paused until " + pausedUntil)
            + (now.why() == null ? "" : " (" + now.why() + ")"));
    out.flush();
  }

  private static SendingSwitch.Mode mode(String label) {
    try {
      return SendingSwitch.Mode.of(label);
    } catch (IllegalArgumentException e) {
      throw new UserError("\"" + label + "\" " + e.getMessage());
    }
  }
}
