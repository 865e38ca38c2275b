package kikkake.studio;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who is signed in.
 *
 * @param email names the person in versions and histories, and takes test mails; verified
 * @param groups empty where the person was not let in yet
 * @param session tells this sign-in from others, so that forms of another one are refused
 */
public record Member(String email, Set<Group> groups, String session) {
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s<>\"@\\p{Cc}]{1,100}@[^\\s<>\"@\\p{Cc}]{1,99}");

  public Member {
    groups = Set.copyOf(groups);
    if (!EMAIL.matcher(email).matches()) {
      throw new IllegalArgumentException("email must be a mail address");
    }
    if (session.isEmpty()) {
      throw new IllegalArgumentException("session must not be empty");
    }
  }

  /** Whether the person is in any group. */
  public boolean mayLook() {
    return !groups.isEmpty();
  }

  /** Whether the person may change drafts. */
  public boolean mayEdit() {
    return groups.contains(Group.EDITOR) || groups.contains(Group.ADMIN);
  }

  /** Whether the person may approve, publish and go back. */
  public boolean mayApprove() {
    return groups.contains(Group.APPROVER) || groups.contains(Group.ADMIN);
  }
}
