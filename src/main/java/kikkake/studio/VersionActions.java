package kikkake.studio;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import kikkake.lint.Finding;
import kikkake.template.Publication;
import kikkake.template.Publications;
import kikkake.template.TemplateSource;
import kikkake.template.TemplateVersion;

/** Saves versions, asks for approval and gives it, publishes and goes back. */
final class VersionActions {
  private final MailDesk desk;
  private final MailEditor editor;

  VersionActions(MailDesk desk, MailEditor editor) {
    this.desk = desk;
    this.editor = editor;
  }

  /** Saves what was written as a new version; nothing is lost where somebody was faster. */
  Reply save(Visit visit, Samples.Mail mail) {
    visit.mustEdit();
    Form form = visit.form();
    TemplateSource source = DraftForm.read(form, mail);
    int newest = form.number("newest");
    List<TemplateVersion> versions = desk.versions(mail);
    int known = versions.isEmpty() ? 0 : versions.getLast().number();
    if (desk.version(mail, form.number("base")).source().equals(source)) {
      return editor.again(visit, mail, source, new Refused(409, Refused.Why.NOTHING_CHANGED));
    }
    if (known != newest) {
      return editor.again(visit, mail, source, new Refused(409, Refused.Why.CHANGED_MEANWHILE));
    }
    // Not the whole check: what is not finished may be kept, it cannot be published.
    String html = desk.lint().html(source).orElse("");
    if (html.isEmpty()) {
      return editor.again(visit, mail, source, new Refused(422, Refused.Why.NO_MAIL));
    }
    TemplateVersion version =
        new TemplateVersion(
            newest + 1, source, html, visit.member().email(), desk.now(), form.line("note"));
    if (!desk.templates().save(version)) {
      return editor.again(visit, mail, source, new Refused(409, Refused.Why.CHANGED_MEANWHILE));
    }
    return done(mail, version.number(), "saved");
  }

  Reply ask(Visit visit, Samples.Mail mail) {
    Form form = visit.form();
    MailDesk.Shown shown = desk.version(mail, form.number("version"));
    Review review = review(mail, shown, form);
    desk.approval(visit.member(), shown, review).mustAsk();
    mustBeGood(visit, mail, shown);
    say(visit, mail, shown, review, Review.Said.ASKED);
    return done(mail, shown.number(), "asked");
  }

  Reply answer(Visit visit, Samples.Mail mail, Review.Said said) {
    Form form = visit.form();
    MailDesk.Shown shown = desk.version(mail, form.number("version"));
    Review review = review(mail, shown, form);
    Approval approval = desk.approval(visit.member(), shown, review);
    if (said == Review.Said.DECLINED) {
      approval.mustDecline();
      mustNotGo(mail, shown.number());
    } else {
      approval.mustApprove();
      mustBeGood(visit, mail, shown);
    }
    say(visit, mail, shown, review, said);
    return done(mail, shown.number(), said == Review.Said.APPROVED ? "approved" : "declined");
  }

  /** From now on, or from a time on; in one write. */
  Reply publish(Visit visit, Samples.Mail mail) {
    Form form = visit.form();
    MailDesk.Shown shown = desk.version(mail, form.number("version"));
    desk.approval(visit.member(), shown, review(mail, shown, form)).mustPublish();
    mustBeGood(visit, mail, shown);
    // Again, since the check took its time and somebody may have declined meanwhile.
    desk.approval(visit.member(), shown, review(mail, shown, form)).mustPublish();
    Instant now = desk.now();
    Instant from = form.optional("at").isEmpty() ? now : time(form.optional("at"));
    if (from.isBefore(now)) {
      throw new Refused(400, Refused.Why.TIME_PASSED);
    }
    Publications seen = seen(mail, form);
    // What was to come later would replace what is published now.
    Publications kept = from.equals(now) ? seen.withoutAhead(now) : seen;
    put(
        mail,
        new Publication(shown.number(), from, visit.member().email(), form.line("note")),
        kept);
    return done(mail, shown.number(), from.equals(now) ? "published" : "scheduled");
  }

  /** To what was good before; what was to come later is dropped. */
  Reply rollback(Visit visit, Samples.Mail mail) {
    visit.mustApprove();
    Form form = visit.form();
    Publications seen = seen(mail, form);
    Instant now = desk.now();
    if (seen.live(now).isEmpty()) {
      throw new Refused(409, Refused.Why.NOTHING_BEFORE);
    }
    int back = seen.previous(now);
    put(
        mail,
        new Publication(back, now, visit.member().email(), form.line("note")),
        seen.withoutAhead(now));
    return done(mail, back, "back");
  }

  /** Drops what was to come later, and goes on with what is sent now. */
  Reply cancel(Visit visit, Samples.Mail mail) {
    visit.mustApprove();
    Form form = visit.form();
    Publications seen = seen(mail, form);
    Instant now = desk.now();
    if (seen.ahead(now).isEmpty()) {
      throw new Refused(409, Refused.Why.CHANGED_MEANWHILE);
    }
    int live = seen.liveVersion(now);
    put(
        mail,
        new Publication(live, now, visit.member().email(), form.line("note")),
        seen.withoutAhead(now));
    return done(mail, live, "cancelled");
  }

  private void put(Samples.Mail mail, Publication publication, Publications seen) {
    if (!desk.templates().publish(mail.kind().label(), mail.language(), publication, seen)) {
      throw new Refused(409, Refused.Why.CHANGED_MEANWHILE);
    }
  }

  /** As the reader of the page saw them. */
  private Publications seen(Samples.Mail mail, Form form) {
    Publications publications = desk.publications(mail);
    if (publications.made() != form.number("made")) {
      throw new Refused(409, Refused.Why.CHANGED_MEANWHILE);
    }
    return publications;
  }

  /** As the reader of the page saw it; what comes with the product needs none. */
  private Review review(Samples.Mail mail, MailDesk.Shown shown, Form form) {
    if (shown.number() == 0) {
      throw new Refused(409, Refused.Why.NOT_APPROVED);
    }
    Review review = desk.reviews().of(mail.name(), shown.number());
    if (review.steps().size() != form.number("steps")) {
      throw new Refused(409, Refused.Why.CHANGED_MEANWHILE);
    }
    return review;
  }

  private void say(
      Visit visit, Samples.Mail mail, MailDesk.Shown shown, Review review, Review.Said said) {
    Review.Step step =
        new Review.Step(said, visit.member().email(), desk.now(), visit.form().line("note"));
    if (!desk.reviews().add(mail.name(), shown.number(), review, step)) {
      throw new Refused(409, Refused.Why.CHANGED_MEANWHILE);
    }
  }

  /** What is sent, or will be, is stopped by going back, not by a word about it. */
  private void mustNotGo(Samples.Mail mail, int version) {
    Publications publications = desk.publications(mail);
    Instant now = desk.now();
    if (publications.liveVersion(now) == version
        || publications.ahead(now).stream().anyMatch(each -> each.version() == version)) {
      throw new Refused(409, Refused.Why.GOES);
    }
  }

  /** The gate: on the latest real customers, too, and of the HTML that will be sent. */
  private void mustBeGood(Visit visit, Samples.Mail mail, MailDesk.Shown shown) {
    Optional<String> html = desk.lint().html(shown.source());
    if (shown.saved().isPresent() && !html.equals(shown.saved().map(TemplateVersion::html))) {
      throw new Refused(409, Refused.Why.SAVE_AGAIN);
    }
    desk.check(mail, shown.source(), visit.words()).stream()
        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
        .findFirst()
        .ifPresent(finding -> {
          throw new Refused(422, Refused.Why.HAS_ERRORS, finding.reason());
        });
  }

  private Instant time(String text) {
    try {
      return LocalDateTime.parse(text).atZone(desk.zone()).toInstant();
    } catch (DateTimeException e) {
      throw new Refused(400, Refused.Why.BAD_TIME, text);
    }
  }

  private static Reply done(Samples.Mail mail, int version, String what) {
    return Reply.seeOther(
        Studio.PATH + "/mails/" + mail.name() + "?version=" + version + "&done=" + what);
  }
}
