package kikkake.studio;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kikkake.lint.Finding;
import kikkake.mail.MailKind;
import kikkake.template.BuiltInTemplates;
import kikkake.template.Publications;
import kikkake.template.TemplateVersion;

/** The start of the studio: every mail, what is sent of it, and what waits for somebody. */
final class MailList {
  private static final int MOST_KEPT = 200;

  private final MailDesk desk;

  /** What the check said of a version; a version never changes. */
  private final Map<String, List<Finding>> checked = new ConcurrentHashMap<>();

  MailList(MailDesk desk) {
    this.desk = desk;
  }

  Reply page(Visit visit) {
    List<Map<String, Object>> mails = new ArrayList<>();
    for (String language : languages(visit.words())) {
      for (MailKind kind : MailKind.values()) {
        mails.add(row(new Samples.Mail(kind, language), visit.words()));
      }
    }
    return visit.page(
        "mails", "mails", Map.of("title", visit.words().say("mails"), "mailList", mails));
  }

  private static List<String> languages(Words words) {
    return words.japanese() ? BuiltInTemplates.LANGUAGES : BuiltInTemplates.LANGUAGES.reversed();
  }

  private Map<String, Object> row(Samples.Mail mail, Words words) {
    MailWords say = new MailWords(desk, words);
    Instant now = desk.now();
    Publications publications = desk.publications(mail);
    List<TemplateVersion> versions = desk.versions(mail);
    int newest = versions.isEmpty() ? 0 : versions.getLast().number();
    int live = publications.liveVersion(now);
    Review review = newest == 0 ? Review.NONE : desk.reviews().of(mail.name(), newest);
    List<Finding> findings = findings(mail, newest, words);
    long errors =
        findings.stream().filter(each -> each.severity() == Finding.Severity.ERROR).count();
    Map<String, Object> row = new HashMap<>();
    row.put("name", mail.name());
    row.put("title", say.title(mail));
    row.put("live", say.version(live));
    row.put("liveSince", publications.live(now).map(each -> desk.time(each.from())).orElse(""));
    row.put("ahead", say.ahead(publications, now));
    row.put("hasNewer", newest > live);
    row.put("newest", say.version(newest));
    row.put("review", say.review(review));
    row.put("waits", review.waits());
    row.put("who", versions.isEmpty() ? "" : versions.getLast().author());
    row.put("at", versions.isEmpty() ? "" : desk.time(versions.getLast().at()));
    row.put("errors", errors);
    row.put("hasErrors", errors > 0);
    row.put("warnings", findings.size() - errors);
    return row;
  }

  private List<Finding> findings(Samples.Mail mail, int version, Words words) {
    if (checked.size() > MOST_KEPT) {
      checked.clear();
    }
    return checked.computeIfAbsent(
        mail.name() + "/" + version + "/" + words.language(),
        name ->
            desk.lint().check(desk.version(mail, version).source(), List.of(), words.language()));
  }
}
