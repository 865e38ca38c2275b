package kikkake.mail;

import java.util.List;

/** Real mails to try a template on. */
public interface LatestMails {
  /**
   * Mails of a kind, planned or gone, the latest first; of a big shop the latest among a random
   * part of all.
   *
   * @param most how many
   */
  List<PlannedMail> of(MailKind kind, int most);
}
