package kikkake.mail;

import java.util.List;

/** Where the senders look for work; what it loses, the tick brings again. */
public interface SendQueue {
  /** Says that these mails are due. */
  void hint(List<MailKey> mails);

  /** About how many hints wait. */
  int waiting();
}
