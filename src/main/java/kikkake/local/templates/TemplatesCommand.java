package kikkake.local.templates;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kikkake.lint.Finding;
import kikkake.lint.Lint;
import kikkake.lint.MjmlCompiler;
import kikkake.local.RealTable;
import kikkake.local.UserError;
import kikkake.table.DynamoUsage;
import kikkake.template.BuiltInTemplates;
import kikkake.template.DynamoTemplates;
import kikkake.template.Publication;
import kikkake.template.Publications;
import kikkake.template.TemplateStore;
import kikkake.template.TemplateVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./kikkake templates}. */
@Command(
    name = "templates",
    description = {
      "Mail templates: which version is sent, what was changed by whom, publish and go back,",
      "and the way between the table and a folder that a team keeps in git."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class TemplatesCommand {
  private static final String ME = "${sys:user.name}";

  private final InstantSource clock = InstantSource.system();

  @Spec private @Nullable CommandSpec spec;

  private PrintWriter out() {
    if (spec == null) {
      throw new IllegalStateException("The command does not run from the command line");
    }
    return spec.commandLine().getOut();
  }

  private interface Work {
    void on(TemplateStore store) throws IOException;
  }

  private void use(RealTable table, Work work) throws IOException {
    table.use(
        new DynamoUsage(),
        dynamo -> {
          try {
            work.on(new DynamoTemplates(dynamo, new BuiltInTemplates(), clock));
          } catch (IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()));
          }
        });
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Tells of each mail which version is sent, and which is the newest.")
  int list(@Mixin RealTable table) throws IOException {
    use(
        table,
        store -> {
          out().printf(Locale.ROOT, "%-22s %5s  %6s%n", "mail", "sent", "newest");
          for (String kind : BuiltInTemplates.KINDS) {
            for (String language : BuiltInTemplates.LANGUAGES) {
              list(store, kind, language);
            }
          }
        });
    return 0;
  }

  private void list(TemplateStore store, String kind, String language) {
    Publications published = store.publications(kind, language);
    List<TemplateVersion> versions = store.versions(kind, language);
    String newest =
        versions.isEmpty()
            ? ""
            : "%d by %s, %s"
                .formatted(
                    versions.getLast().number(),
                    versions.getLast().author(),
                    versions.getLast().at().truncatedTo(ChronoUnit.MINUTES));
    out()
        .printf(
            Locale.ROOT,
            "%-22s %5d  %s%n",
            kind + "/" + language,
            published.liveVersion(clock.instant()),
            newest);
    for (Publication ahead : published.ahead(clock.instant())) {
      out().printf(Locale.ROOT, "  version %d from %s on%n", ahead.version(), ahead.from());
    }
  }

  @Command(
      name = "pull",
      mixinStandardHelpOptions = true,
      description = "Writes the newest versions into a folder; never over what was changed there.")
  int pull(
      @Mixin RealTable table,
      @Parameters(paramLabel = "DIR", description = "The folder of the templates.") Path folder)
      throws IOException {
    List<TemplateSync.Outcome> outcomes = new ArrayList<>();
    use(
        table,
        store ->
            outcomes.addAll(
                new TemplateSync(new TemplateFolder(folder), store, Set.of(), clock).pull()));
    return report(outcomes);
  }

  @Command(
      name = "lint",
      mixinStandardHelpOptions = true,
      description = "Checks the templates of a folder as they are checked before publishing.")
  int lint(
      @Parameters(paramLabel = "DIR", description = "The folder of the templates.") Path folder,
      @Option(
              names = "--language",
              paramLabel = "ja|en",
              defaultValue = "en",
              description = "Of what it says (default: ${DEFAULT-VALUE}).")
          String language,
      @Option(
              names = "--host",
              paramLabel = "HOST",
              description = "Links and pictures may lead there and to sites under it; repeatable.")
          @Nullable List<String> hosts)
      throws IOException {
    if (!BuiltInTemplates.LANGUAGES.contains(language)) {
      throw new UserError("--language must be one of " + BuiltInTemplates.LANGUAGES);
    }
    Lint lint = new Lint(MjmlCompiler.builtIn(), sites(hosts));
    LintReport report = new LintReport(out());
    for (TemplateFolder.Kept kept : new TemplateFolder(folder).all()) {
      report.add(kept.source(), lint.check(kept.source(), List.of(), language));
    }
    report.end();
    return report.errors() == 0 ? 0 : 1;
  }

  @Command(
      name = "push",
      mixinStandardHelpOptions = true,
      description = "Saves what was changed in a folder as new versions; publishes nothing.")
  int push(
      @Mixin RealTable table,
      @Parameters(paramLabel = "DIR", description = "The folder of the templates.") Path folder,
      @Option(names = "--by", defaultValue = ME, description = "Who changed it.") String by,
      @Option(names = "--note", defaultValue = "", description = "Why.") String note,
      @Option(
              names = "--host",
              paramLabel = "HOST",
              description = "Links and pictures may lead there and to sites under it; repeatable.")
          @Nullable List<String> hosts)
      throws IOException {
    List<TemplateSync.Outcome> outcomes = new ArrayList<>();
    use(
        table,
        store ->
            outcomes.addAll(
                new TemplateSync(new TemplateFolder(folder), store, sites(hosts), clock)
                    .push(by, note)));
    return report(outcomes);
  }

  private static Set<String> sites(@Nullable List<String> hosts) {
    return hosts == null ? Set.of() : Set.copyOf(hosts);
  }

  private int report(List<TemplateSync.Outcome> outcomes) {
    for (TemplateSync.Outcome outcome : outcomes) {
      out().printf("%-22s %s%n", outcome.name(), outcome.text());
    }
    return outcomes.stream().anyMatch(TemplateSync.Outcome::conflict) ? 1 : 0;
  }

  @Command(
      name = "publish",
      mixinStandardHelpOptions = true,
      description = "Lets a version be sent, from the next batch of mails or from a time on.")
  int publish(
      @Mixin RealTable table,
      @Parameters(
              paramLabel = "MAIL",
              description = "For example thank-you/ja.",
              converter = MailName.Reader.class)
          MailName mail,
      @Parameters(paramLabel = "VERSION", description = "0 for what comes with the product.")
          int version,
      @Option(names = "--at", paramLabel = "TIME", description = "Like 2026-12-01T09:00+09:00.")
          @Nullable OffsetDateTime at,
      @Option(names = "--by", defaultValue = ME, description = "Who publishes it.") String by,
      @Option(names = "--note", defaultValue = "", description = "Why.") String note)
      throws IOException {
    Instant now = clock.instant();
    Instant from = at == null ? now : at.toInstant();
    if (from.isBefore(now)) {
      throw new UserError("--at must lie ahead; without it the version is sent from now on");
    }
    use(
        table,
        store -> {
          store
              .version(mail.kind(), mail.language(), version)
              .ifPresent(TemplatesCommand::checkErrors);
          Publications seen = store.publications(mail.kind(), mail.language());
          publish(store, mail, new Publication(version, from, by, note), seen);
        });
    return 0;
  }

  /** What was saved long ago may break a rule that was made since. */
  private static void checkErrors(TemplateVersion version) {
    if (Finding.anyError(
        new Lint(MjmlCompiler.builtIn()).check(version.source(), List.of(), "en"))) {
      throw new UserError(
          "Version %d of %s has errors; pull it, and ./kikkake templates lint tells them"
              .formatted(version.number(), version.source().name()));
    }
  }

  @Command(
      name = "rollback",
      mixinStandardHelpOptions = true,
      description = {
        "Goes back to the version that was good before.",
        "What was to be sent from a later time on is dropped."
      })
  int rollback(
      @Mixin RealTable table,
      @Parameters(
              paramLabel = "MAIL",
              description = "For example thank-you/ja.",
              converter = MailName.Reader.class)
          MailName mail,
      @Option(names = "--by", defaultValue = ME, description = "Who goes back.") String by,
      @Option(names = "--note", defaultValue = "", description = "Why.") String note)
      throws IOException {
    use(
        table,
        store -> {
          Publications seen = store.publications(mail.kind(), mail.language());
          Instant now = clock.instant();
          if (seen.live(now).isEmpty()) {
            throw new UserError("Of " + mail + " nothing was published yet");
          }
          publish(
              store,
              mail,
              new Publication(seen.previous(now), now, by, note),
              seen.withoutAhead(now));
        });
    return 0;
  }

  private void publish(
      TemplateStore store, MailName mail, Publication publication, Publications seen) {
    if (!store.publish(mail.kind(), mail.language(), publication, seen)) {
      throw new UserError("Somebody else published " + mail + " meanwhile; look again");
    }
    Publications after = store.publications(mail.kind(), mail.language());
    if (after.latestFirst().stream().noneMatch(publication::equals)
        || (!publication.from().isAfter(clock.instant())
            && after.liveVersion(clock.instant()) != publication.version())) {
      throw new UserError(
          "A later publication of " + mail + " counts; look with ./kikkake templates list");
    }
    out().println(mail + " is version " + publication.version() + " from " + publication.from());
  }
}
