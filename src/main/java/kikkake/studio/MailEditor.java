package kikkake.studio;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kikkake.template.Publications;
import kikkake.template.TemplateSource;
import kikkake.template.TemplateVersion;

/** The page on which a mail is changed, tried, approved and published. */
final class MailEditor {
  private static final Set<String> DONE =
      Set.of(
          "saved", "asked", "approved", "declined", "published", "scheduled", "cancelled", "back");

  private final MailDesk desk;

  MailEditor(MailDesk desk) {
    this.desk = desk;
  }

  /** With the version that is asked for, or the newest one. */
  Reply page(Visit visit, Samples.Mail mail) {
    String asked = visit.ask().query().getOrDefault("version", "");
    List<TemplateVersion> versions = desk.versions(mail);
    int newest = newest(versions);
    int number = asked.isEmpty() ? newest : Form.number(asked, "version");
    MailDesk.Shown shown = desk.version(mail, number);
    Map<String, Object> model = model(visit, mail, shown, newest);
    String done = visit.ask().query().getOrDefault("done", "");
    model.put("done", DONE.contains(done) ? visit.words().say("done-" + done) : "");
    model.put("problem", "");
    model.put("typedNote", "");
    put(model, shown.source());
    return visit.page("editor", "mails", model);
  }

  /** With what was written and could not be saved. */
  Reply again(Visit visit, Samples.Mail mail, TemplateSource written, Refused why) {
    Form form = visit.form();
    MailDesk.Shown shown = desk.version(mail, form.number("base"));
    // With the newest number, so that whoever has read the message can save it as the next one.
    Map<String, Object> model = model(visit, mail, shown, newest(desk.versions(mail)));
    model.put("typedNote", form.line("note"));
    model.put("done", "");
    model.put("problem", visit.words().say(why));
    put(model, written);
    return visit.page(why.status(), "editor", "mails", model);
  }

  private static int newest(List<TemplateVersion> versions) {
    return versions.isEmpty() ? 0 : versions.getLast().number();
  }

  private static void put(Map<String, Object> model, TemplateSource source) {
    model.put("subject", source.subject());
    model.put("preview", source.preview());
    model.put("mjml", source.mjml());
    model.put("text", source.text());
  }

  private Map<String, Object> model(
      Visit visit, Samples.Mail mail, MailDesk.Shown shown, int newest) {
    MailWords say = new MailWords(desk, visit.words());
    Instant now = desk.now();
    Publications publications = desk.publications(mail);
    Review review =
        shown.number() == 0 ? Review.NONE : desk.reviews().of(mail.name(), shown.number());
    Member member = visit.member();
    int live = publications.liveVersion(now);
    Approval approval = desk.approval(member, shown, review);
    boolean saved = shown.number() > 0;
    Map<String, Object> model = new HashMap<>();
    model.put("title", say.title(mail));
    model.put("editor", true);
    model.put("name", mail.name());
    model.put("mailLanguage", mail.language());
    model.put("version", shown.number());
    model.put("versionName", say.version(shown.number()));
    model.put("newest", newest);
    model.put("isOld", shown.number() < newest);
    model.put("saved", saved);
    model.put("author", shown.author());
    model.put("savedAt", shown.saved().map(each -> desk.time(each.at())).orElse(""));
    model.put("note", shown.saved().map(TemplateVersion::note).orElse(""));
    model.put("review", say.review(review));
    model.put("steps", review.steps().size());
    model.put("stepList", say.steps(shown.number(), review));
    model.put("made", publications.made());
    model.put("isLive", live == shown.number());
    model.put("live", say.version(live));
    model.put("ahead", say.ahead(publications, now));
    model.put("hasAhead", !publications.ahead(now).isEmpty());
    model.put("canAsk", saved && approval.mayAsk());
    model.put("canAnswer", approval.mayApprove());
    model.put("canDecline", approval.mayDecline());
    model.put("ownWork", approval.needsAnother());
    model.put("canPublish", approval.mayPublish() && live != shown.number());
    model.put("canGoBack", member.mayApprove() && publications.live(now).isPresent());
    model.put("backTo", say.version(publications.previous(now)));
    model.put("zone", desk.zone().getId());
    model.put("variables", new VariableMenu(mail, visit.words()).groups());
    return model;
  }
}
