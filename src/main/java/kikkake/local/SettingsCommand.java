package kikkake.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kikkake.mail.DynamoSettings;
import kikkake.mail.LiveSettings;
import kikkake.mail.Settings;
import kikkake.mail.SettingsChanges;
import kikkake.mail.SettingsStore;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows and changes the shop's settings. */
@Command(
    name = "settings",
    description = {
      "Shows the settings of a table, and changes those that are given: delays, hours, shelf lives,",
      "on or off of each kind of mail. A change holds within a minute, without a deploy or an",
      "approval; the studio shows it with those that were proposed there."
    },
    mixinStandardHelpOptions = true)
final class SettingsCommand implements Callable<Integer> {
  @Mixin private RealTable table = new RealTable();

  @Parameters(
      paramLabel = "NAME=VALUE",
      description = "For example recommendation.at=09:30 or browse-follow-up.on=no.")
  private List<String> changes = List.of();

  @Option(names = "--by", defaultValue = "${sys:user.name}", description = "Who changes them.")
  private String by = "";

  @Option(names = "--note", defaultValue = "", description = "Why.")
  private String note = "";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    table.use(new DynamoUsage(), this::run);
    return 0;
  }

  private void run(DynamoTable dynamo) {
    InstantSource clock = InstantSource.system();
    SettingsStore store = new DynamoSettings(dynamo, clock);
    try {
      LiveSettings live = store.live();
      Settings settings = live.settings();
      if (!changes.isEmpty()) {
        Map<String, String> texts = settings.texts();
        for (String change : changes) {
          int equals = change.indexOf('=');
          if (equals < 1) {
            throw new UserError("\"" + change + "\" must be NAME=VALUE");
          }
          texts.put(change.substring(0, equals), change.substring(equals + 1));
        }
        settings = Settings.of(texts);
        SettingsChanges.Hand hand = new SettingsChanges.Hand(by, clock.instant(), note);
        if (!new SettingsChanges(store).change(settings, live, hand)) {
          throw new UserError("Somebody else changed the settings meanwhile; look again");
        }
      }
      PrintWriter out = Main.out(spec);
      settings.texts().forEach((name, text) -> out.println(name + "=" + text));
      out.flush();
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }
}
