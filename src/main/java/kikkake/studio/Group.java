package kikkake.studio;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do in the studio; a person may be in several groups. */
public enum Group {
  /** Looks, and changes nothing. */
  VIEWER,
  /** Changes drafts, sends test mails, asks for approval. */
  EDITOR,
  /** Approves, publishes, goes back. */
  APPROVER,
  /** All of it. */
  ADMIN;

  /** As the user pool calls it, for example {@code editor}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The group of that name; empty where it is none of the studio's. */
  public static Optional<Group> of(String label) {
    return Arrays.stream(values()).filter(group -> group.label().equals(label)).findFirst();
  }
}
