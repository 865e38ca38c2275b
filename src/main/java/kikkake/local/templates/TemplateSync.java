package kikkake.local.templates;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kikkake.lint.BuiltInSources;
import kikkake.lint.Finding;
import kikkake.lint.Lint;
import kikkake.lint.MjmlCompiler;
import kikkake.template.BuiltInTemplates;
import kikkake.template.TemplateSource;
import kikkake.template.TemplateStore;
import kikkake.template.TemplateVersion;

/**
 * Moves mails between a folder and the table. What was changed on both sides is reported and left
 * as it is.
 */
final class TemplateSync {
  /** Here findings are not told. */
  private static final String LINT_LANGUAGE = "en";

  private final TemplateFolder folder;
  private final TemplateStore store;
  private final InstantSource clock;
  private final MjmlCompiler compiler = MjmlCompiler.builtIn();
  private final Lint lint;

  /**
   * Between a folder and a store.
   *
   * @param hosts where links and pictures may lead; empty where anywhere
   */
  TemplateSync(TemplateFolder folder, TemplateStore store, Set<String> hosts, InstantSource clock) {
    this.lint = new Lint(compiler, hosts);
    this.folder = folder;
    this.store = store;
    this.clock = clock;
  }

  /**
   * What became of one mail.
   *
   * @param conflict whether somebody has to look, and nothing was changed
   */
  record Outcome(String name, String text, boolean conflict) {}

  /** What the table has newest. */
  private record Newest(TemplateSource source, int number, String by) {}

  /** Writes into the folder what is newer in the table. */
  List<Outcome> pull() throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    for (String kind : BuiltInTemplates.KINDS) {
      for (String language : BuiltInTemplates.LANGUAGES) {
        outcomes.add(pull(kind, language));
      }
    }
    return outcomes;
  }

  private Outcome pull(String kind, String language) throws IOException {
    Newest newest = newest(kind, language);
    Optional<TemplateFolder.Kept> kept = folder.read(kind, language);
    if (kept.isEmpty()) {
      folder.write(newest.source(), newest.number());
      return done(newest.source(), "written, version " + newest.number());
    }
    if (kept.get().source().equals(newest.source())) {
      folder.write(newest.source(), newest.number());
      return done(newest.source(), "the same");
    }
    if (kept.get().changed()) {
      return kept.get().version() == newest.number()
          ? done(newest.source(), "changed here, not pushed yet")
          : conflict(kept.get(), newest);
    }
    folder.write(newest.source(), newest.number());
    return done(newest.source(), "now version " + newest.number() + " by " + newest.by());
  }

  /**
   * Saves as new versions what was changed in the folder and has no errors; publishes nothing.
   *
   * @param author who changed it, and {@code note} why
   */
  List<Outcome> push(String author, String note) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    for (TemplateFolder.Kept kept : folder.all()) {
      outcomes.add(push(kept, author, note));
    }
    return outcomes;
  }

  private Outcome push(TemplateFolder.Kept kept, String author, String note) throws IOException {
    TemplateSource source = kept.source();
    Newest newest = newest(source.kind(), source.language());
    if (source.equals(newest.source())) {
      folder.write(source, newest.number());
      return done(source, "the same");
    }
    if (!kept.changed()) {
      return done(source, "not changed here; pull brings version " + newest.number());
    }
    if (newest.number() != kept.version()) {
      return conflict(kept, newest);
    }
    if (Finding.anyError(lint.check(source, List.of(), LINT_LANGUAGE))) {
      return new Outcome(
          source.name(), "not saved: it has errors, which ./kikkake templates lint tells", true);
    }
    int number = kept.version() + 1;
    String html = compiler.compile(source.mjml(), source.language());
    if (!store.save(new TemplateVersion(number, source, html, author, clock.instant(), note))) {
      return conflict(kept, newest(source.kind(), source.language()));
    }
    folder.write(source, number);
    return done(source, "saved as version " + number + ", not published");
  }

  private static Outcome done(TemplateSource source, String text) {
    return new Outcome(source.name(), text, false);
  }

  private static Outcome conflict(TemplateFolder.Kept kept, Newest newest) {
    return new Outcome(
        kept.source().name(),
        "changed here since version %d, and in the table: version %d by %s. Put your files aside, pull, and change them again"
            .formatted(kept.version(), newest.number(), newest.by()),
        true);
  }

  private Newest newest(String kind, String language) {
    List<TemplateVersion> versions = store.versions(kind, language);
    if (versions.isEmpty()) {
      return new Newest(BuiltInSources.of(kind, language), 0, "kikkake");
    }
    TemplateVersion last = versions.getLast();
    return new Newest(last.source(), last.number(), last.author());
  }
}
