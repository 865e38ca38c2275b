package kikkake.studio;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kikkake.lint.BuiltInSources;
import kikkake.lint.Finding;
import kikkake.lint.Lint;
import kikkake.mail.SettingsStore;
import kikkake.mail.TestMails;
import kikkake.template.Publications;
import kikkake.template.TemplateSource;
import kikkake.template.TemplateStore;
import kikkake.template.TemplateVersion;

/**
 * What the pages of the mails work with.
 *
 * @param hosts of the shop, where links and pictures may lead
 * @param pictures the origin of the pictures that were uploaded
 */
record MailDesk(
    TemplateStore templates,
    Reviews reviews,
    SettingsStore settings,
    Samples samples,
    Lint lint,
    Preview preview,
    TestMails testMails,
    Set<String> hosts,
    String pictures,
    InstantSource clock) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  /**
   * A version to look at or to begin with.
   *
   * @param number 0 for what comes with the product
   * @param saved empty for that
   */
  record Shown(int number, TemplateSource source, Optional<TemplateVersion> saved) {
    String author() {
      return saved.map(TemplateVersion::author).orElse("");
    }
  }

  /**
   * A version.
   *
   * @throws Refused where there is none of that number
   */
  Shown version(Samples.Mail mail, int number) {
    String kind = mail.kind().label();
    if (number == 0) {
      return new Shown(0, BuiltInSources.of(kind, mail.language()), Optional.empty());
    }
    TemplateVersion version =
        templates
            .version(kind, mail.language(), number)
            .orElseThrow(() -> new Refused(404, Refused.Why.NOT_FOUND));
    return new Shown(number, version.source(), Optional.of(version));
  }

  List<TemplateVersion> versions(Samples.Mail mail) {
    return templates.versions(mail.kind().label(), mail.language());
  }

  Publications publications(Samples.Mail mail) {
    return templates.publications(mail.kind().label(), mail.language());
  }

  /** What a member may do with a version. */
  Approval approval(Member member, Shown shown, Review review) {
    boolean byAnother = settings.live().settings().approvalByAnother();
    return new Approval(member, shown.author(), review, byAnother);
  }

  ZoneId zone() {
    return settings.read().zone();
  }

  Instant now() {
    return clock.instant();
  }

  /** A time by the shop's clock. */
  String time(Instant at) {
    return TIME.format(at.atZone(zone()));
  }

  /** What the gate before publishing says, on real customers and difficult ones. */
  List<Finding> check(Samples.Mail mail, TemplateSource source, Words words) {
    return lint.check(source, samples.real(mail), words.language());
  }
}
