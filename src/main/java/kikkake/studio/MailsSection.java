package kikkake.studio;

import java.util.List;
import kikkake.mail.MailKind;
import kikkake.template.BuiltInTemplates;

/** The mails: their list, and for each its editor, its versions and what can be done with them. */
final class MailsSection implements Section {
  private final MailList list;
  private final MailEditor editor;
  private final MailHistory history;
  private final DraftActions drafts;
  private final VersionActions versions;

  MailsSection(MailDesk desk) {
    this.list = new MailList(desk);
    this.editor = new MailEditor(desk);
    this.history = new MailHistory(desk);
    this.drafts = new DraftActions(desk);
    this.versions = new VersionActions(desk, editor);
  }

  @Override
  public Reply answer(Visit visit, List<String> path) {
    if (path.isEmpty()) {
      mustBe(!visit.ask().isPost());
      return list.page(visit);
    }
    mustBe(path.size() == 2 || path.size() == 3);
    Samples.Mail mail = mail(path.get(0), path.get(1));
    String what = path.size() == 3 ? path.get(2) : "";
    return visit.ask().isPost() ? post(visit, mail, what) : get(visit, mail, what);
  }

  private Reply get(Visit visit, Samples.Mail mail, String what) {
    return switch (what) {
      case "" -> editor.page(visit, mail);
      case "history" -> history.page(visit, mail);
      case "compare" -> history.compare(visit, mail);
      case "samples" -> drafts.samples(visit, mail);
      default -> throw new Refused(404, Refused.Why.NOT_FOUND);
    };
  }

  private Reply post(Visit visit, Samples.Mail mail, String what) {
    return switch (what) {
      case "preview" -> drafts.preview(visit, mail);
      case "frame" -> drafts.frame(visit, mail);
      case "lint" -> drafts.lint(visit, mail);
      case "test" -> drafts.test(visit, mail);
      case "save" -> versions.save(visit, mail);
      case "ask" -> versions.ask(visit, mail);
      case "approve" -> versions.answer(visit, mail, Review.Said.APPROVED);
      case "decline" -> versions.answer(visit, mail, Review.Said.DECLINED);
      case "publish" -> versions.publish(visit, mail);
      case "cancel" -> versions.cancel(visit, mail);
      case "rollback" -> versions.rollback(visit, mail);
      default -> throw new Refused(404, Refused.Why.NOT_FOUND);
    };
  }

  private static Samples.Mail mail(String kind, String language) {
    mustBe(BuiltInTemplates.KINDS.contains(kind) && BuiltInTemplates.LANGUAGES.contains(language));
    return new Samples.Mail(MailKind.of(kind), language);
  }

  private static void mustBe(boolean found) {
    if (!found) {
      throw new Refused(404, Refused.Why.NOT_FOUND);
    }
  }
}
