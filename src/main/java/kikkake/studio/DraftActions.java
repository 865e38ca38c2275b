package kikkake.studio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import kikkake.lint.Finding;
import kikkake.lint.Sample;
import kikkake.mail.TestMails;
import kikkake.template.RenderedMail;
import kikkake.template.TemplateSource;

/** What can be done with a draft that was not saved; none of it changes anything. */
final class DraftActions {
  private final MailDesk desk;

  DraftActions(MailDesk desk) {
    this.desk = desk;
  }

  /** The mail on somebody, as JSON: subject, preview line and text. */
  Reply preview(Visit visit, Samples.Mail mail) {
    Form form = visit.form();
    Preview.Outcome outcome = made(form, mail, sample(visit, form, mail));
    ObjectNode json = Json.object().put("problem", problem(outcome, visit.words()));
    outcome
        .mail()
        .ifPresent(made -> {
          json.put("subject", made.subject());
          json.put("preview", outcome.line());
          json.put("text", made.text());
        });
    return Reply.json(200, json);
  }

  /** The mail's HTML on somebody, byte for byte as it would go; or in the colours asked for. */
  Reply frame(Visit visit, Samples.Mail mail) {
    Form form = visit.form();
    Sample sample = sample(visit, form, mail);
    String html =
        made(form, mail, sample)
            .mail()
            .map(made -> Preview.seen(made.html(), form.optional("colors")))
            .orElse("<!doctype html><title>-</title>");
    return Reply.html(200, html)
        .with(
            "content-security-policy",
            FramePolicy.of(desk.hosts(), desk.pictures(), sample.model()));
  }

  private Sample sample(Visit visit, Form form, Samples.Mail mail) {
    return desk.samples()
        .find(mail, form.text("sample"), visit.words())
        .orElseThrow(() -> new Refused(404, Refused.Why.NO_SAMPLE));
  }

  private Preview.Outcome made(Form form, Samples.Mail mail, Sample sample) {
    return desk.preview().of(DraftForm.read(form, mail), sample.model());
  }

  private static String problem(Preview.Outcome outcome, Words words) {
    return outcome.problem().isEmpty() ? "" : words.say("previewProblem");
  }

  /** What the gate before publishing says of it, as JSON. */
  Reply lint(Visit visit, Samples.Mail mail) {
    TemplateSource source = DraftForm.read(visit.form(), mail);
    ArrayNode all = Json.array();
    List<Finding> findings = desk.check(mail, source, visit.words());
    for (Finding finding : findings) {
      all.addObject()
          .put("part", finding.part().word())
          .put("line", finding.line())
          .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
          .put("reason", finding.reason())
          .put("hint", finding.hint());
    }
    return Reply.json(200, Json.object().set("findings", all));
  }

  /** Sends it to whoever asks, and to nobody else. */
  Reply test(Visit visit, Samples.Mail mail) {
    visit.mustEdit();
    Form form = visit.form();
    TemplateSource source = DraftForm.read(form, mail);
    desk.check(mail, source, visit.words()).stream()
        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
        .findFirst()
        .ifPresent(finding -> {
          throw new Refused(422, Refused.Why.HAS_ERRORS, finding.reason());
        });
    RenderedMail made =
        made(form, mail, sample(visit, form, mail))
            .mail()
            .orElseThrow(() -> new Refused(422, Refused.Why.NO_MAIL));
    String to = visit.member().email();
    String mark = mail.language().equals("ja") ? "[テスト]" : "[Test]";
    switch (desk.testMails().send(to, made, mark)) {
      case TestMails.Outcome.Sent sent -> {}
      case TestMails.Outcome.SwitchedOff off -> throw new Refused(409, Refused.Why.SENDING_OFF);
      case TestMails.Outcome.NotSent not ->
          throw new Refused(502, Refused.Why.NOT_SENT, not.reason());
      case TestMails.Outcome.Unknown unknown -> throw new Refused(502, Refused.Why.MAYBE_SENT);
    }
    return Reply.json(200, Json.object().put("done", visit.words().say("testSent") + " " + to));
  }

  /** Whom a mail can be tried on, as JSON; those that are searched for, or all. */
  Reply samples(Visit visit, Samples.Mail mail) {
    String wanted = visit.ask().query().getOrDefault("q", "").strip();
    List<Samples.Choice> choices =
        wanted.isEmpty()
            ? desk.samples().choices(mail, visit.words())
            : desk.samples().search(mail, wanted);
    ArrayNode all = Json.array();
    choices.forEach(choice ->
        all.addObject()
            .put("id", choice.id())
            .put("label", choice.label())
            .put("real", choice.real()));
    return Reply.json(200, Json.object().set("samples", all));
  }
}
