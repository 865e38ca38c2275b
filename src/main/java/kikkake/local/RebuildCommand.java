package kikkake.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import kikkake.history.DynamoHistory;
import kikkake.recommend.DynamoItemLists;
import kikkake.recommend.Rebuild;
import kikkake.table.DynamoUsage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the item lists anew, as RebuildFunction does every night. */
@Command(
    name = "rebuild",
    description = "Makes the item lists of a table anew, as RebuildFunction does every night.",
    mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {
  @Mixin private RealTable table = new RealTable();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    DynamoUsage usage = new DynamoUsage();
    table.use(
        usage,
        dynamo -> {
          Rebuild.Report report =
              new Rebuild(
                      new DynamoHistory(dynamo),
                      new DynamoItemLists(dynamo, InstantSource.system()),
                      InstantSource.system())
                  .run();
          PrintWriter out = Main.out(spec);
          out.println(
              String.format(
                  Locale.ROOT,
                  "%,d purchases, %,d items with a list, %,d rows written;"
                      + " %,.0f read units, %,.0f write units%n%s",
                  report.purchases(),
                  report.items(),
                  report.rowsWritten(),
                  usage.readUnits(),
                  usage.writeUnits(),
                  report.chosen()));
          out.flush();
        });
    return 0;
  }
}
