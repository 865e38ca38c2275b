package kikkake.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Replays the bundled sample shop, then serves its inbox. */
@Command(
    name = "demo",
    description = {
      "Replays six months of a small Japanese shop (made by a seeded generator), then serves the",
      "inbox and the pages until Ctrl-C."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final long SEED = 1;

  @Option(names = "--no-serve", description = "End after the replay.")
  private boolean noServe;

  @Mixin private Ports ports = new Ports();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/demo",
      description = "Where to write the summary and the decisions (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("target/demo");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Arrival> arrivals = SampleShop.arrivals(SEED);
    VirtualClock clock = new VirtualClock(arrivals.getFirst().at());
    LocalInbox inbox = new LocalInbox();
    ShopPages pages =
        new ShopPages(new InboxPages(inbox, ZoneId.of("Asia/Tokyo"), List.of(DemoShop.LINK)));
    PrintWriter to = Main.out(spec);
    try (LocalDynamo dynamo = LocalDynamo.embedded();
        LocalStack stack =
            new LocalStack(
                dynamo,
                clock,
                inbox,
                noServe ? 0 : ports.http,
                pages,
                LocalShop::sample,
                LocalStack.NO_LOG)) {
      ReplayRun run;
      try (ProgressBar bar = ReplayCommand.progress(arrivals.size())) {
        run = new Replay(stack, clock, 7).run(arrivals, null, bar::stepTo);
      }
      ReplayResult result = ReplayResult.of(stack, run, Map.of());
      result.write(out);
      ReplayReport.print(result, out, to);
      if (!noServe) {
        clock.followSystem();
        dynamo.serve(ports.dynamo);
        pages.serve(stack);
        ServeCommand.serve(stack, to);
      }
    }
    return 0;
  }
}
