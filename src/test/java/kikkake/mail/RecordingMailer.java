package kikkake.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Remembers the mails it was handed, and answers as it was told. */
public final class RecordingMailer implements Mailer {
  private final List<OutgoingMail> handedOver = new ArrayList<>();
  private Function<OutgoingMail, Answer> answers = mail -> accepted();

  @Override
  public synchronized Answer send(OutgoingMail mail) {
    handedOver.add(mail);
    return answers.apply(mail);
  }

  /** Answers like this from now on. */
  public void answer(Answer answer) {
    answers = mail -> answer;
  }

  /** Does this from now on, and answers with what comes out of it. */
  public void answer(Function<OutgoingMail, Answer> next) {
    answers = next;
  }

  public Answer accepted() {
    return new Answer.Accepted("ses-" + handedOver.size());
  }

  /** What it was handed, in this order. */
  public List<OutgoingMail> mails() {
    return List.copyOf(handedOver);
  }

  /** The kinds of what it was handed, in this order. */
  public List<MailKind> kinds() {
    return handedOver.stream().map(mail -> MailKey.ofSendId(mail.sendId()).kind()).toList();
  }
}
