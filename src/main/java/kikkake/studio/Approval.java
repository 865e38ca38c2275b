package kikkake.studio;

/** Who may say what of a version, and when. */
final class Approval {
  private Approval() {}

  /**
   * Whether somebody may ask for approval.
   *
   * @throws Refused where the person may not, or it was asked or approved already
   */
  static void ask(Member member, Review review) {
    require(member.mayEdit());
    if (review.waits() || review.approved()) {
      throw new Refused(409, Refused.Why.CHANGED_MEANWHILE);
    }
  }

  /**
   * Whether somebody may approve or decline.
   *
   * @param author of the version
   * @param byAnother whether the author may not be the one
   * @throws Refused where the person may not, or nobody asked
   */
  static void answer(Member member, String author, Review review, boolean byAnother) {
    require(member.mayApprove());
    if (byAnother && member.email().equals(author)) {
      throw new Refused(403, Refused.Why.OWN_WORK);
    }
    if (!review.waits()) {
      throw new Refused(409, Refused.Why.NOT_ASKED);
    }
  }

  /**
   * Whether somebody may publish.
   *
   * @throws Refused where the person may not, or it was not approved
   */
  static void publish(Member member, Review review) {
    require(member.mayApprove());
    if (!review.approved()) {
      throw new Refused(409, Refused.Why.NOT_APPROVED);
    }
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw new Refused(403, Refused.Why.NOT_ALLOWED);
    }
  }
}
