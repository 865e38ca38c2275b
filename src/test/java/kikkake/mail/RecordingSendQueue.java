package kikkake.mail;

import java.util.ArrayList;
import java.util.List;

/** Remembers the hints, until they are taken. */
public final class RecordingSendQueue implements SendQueue {
  private final List<MailKey> hints = new ArrayList<>();
  private int others;

  @Override
  public void hint(List<MailKey> mails) {
    hints.addAll(mails);
  }

  @Override
  public int waiting() {
    return hints.size() + others;
  }

  /** As if so many other hints waited, too. */
  public void crowd(int count) {
    others = count;
  }

  /** The hints so far, which are then gone. */
  public List<MailKey> take() {
    List<MailKey> taken = List.copyOf(hints);
    hints.clear();
    return taken;
  }
}
