package kikkake.studio;

import kikkake.studio.Review.Said;
import kikkake.studio.Review.Step;
import org.jspecify.annotations.Nullable;

/**
 * The rule of four eyes: what a member may do with a version of a mail or of the settings.
 *
 * @param author the address of who saved the version
 * @param review what was said of it
 * @param byAnother the setting {@code approval.byAnother}: whether nobody approves what is their
 *     own
 */
record Approval(Member member, String author, Review review, boolean byAnother) {
  private static final int FORBIDDEN = 403;
  private static final int CONFLICT = 409;

  /**
   * Goes on only where the member may ask for approval: nobody asked yet, or it was declined.
   *
   * @throws Refused otherwise
   */
  void mustAsk() {
    check(askRefused());
  }

  boolean mayAsk() {
    return askRefused() == null;
  }

  /**
   * Goes on only where the member may approve: somebody asked, and it is somebody else's work.
   *
   * @throws Refused otherwise
   */
  void mustApprove() {
    check(approveRefused());
  }

  boolean mayApprove() {
    return approveRefused() == null;
  }

  /**
   * Goes on only where the member may decline: somebody asked, or it was approved.
   *
   * @throws Refused otherwise
   */
  void mustDecline() {
    check(declineRefused());
  }

  boolean mayDecline() {
    return declineRefused() == null;
  }

  /**
   * Goes on only where the member may publish: it was approved, and as the setting now asks.
   *
   * @throws Refused otherwise
   */
  void mustPublish() {
    check(publishRefused());
  }

  boolean mayPublish() {
    return publishRefused() == null;
  }

  /** Whether all that keeps the member from approving is that it is the member's own work. */
  boolean needsAnother() {
    return approveRefused() == Refused.Why.OWN_WORK;
  }

  private Refused.@Nullable Why askRefused() {
    if (!member.mayEdit()) {
      return Refused.Why.NOT_ALLOWED;
    }
    return review.waits() || review.approved() ? Refused.Why.CHANGED_MEANWHILE : null;
  }

  private Refused.@Nullable Why approveRefused() {
    if (!member.mayApprove()) {
      return Refused.Why.NOT_ALLOWED;
    }
    if (review.approved()) {
      return Refused.Why.CHANGED_MEANWHILE;
    }
    if (!review.waits()) {
      return Refused.Why.NOT_ASKED;
    }
    return byAnother && isAuthor(member.email()) ? Refused.Why.OWN_WORK : null;
  }

  private Refused.@Nullable Why declineRefused() {
    if (!member.mayApprove()) {
      return Refused.Why.NOT_ALLOWED;
    }
    return review.waits() || review.approved() ? null : Refused.Why.NOT_ASKED;
  }

  private Refused.@Nullable Why publishRefused() {
    if (!member.mayApprove()) {
      return Refused.Why.NOT_ALLOWED;
    }
    if (!review.approved()) {
      return Refused.Why.NOT_APPROVED;
    }
    // Who approved it may have been allowed to then.
    boolean approvedOwn = review.last().filter(this::isOwnApproval).isPresent();
    return byAnother && approvedOwn ? Refused.Why.OWN_WORK : null;
  }

  private boolean isOwnApproval(Step step) {
    return step.said() == Said.APPROVED && isAuthor(step.by());
  }

  private boolean isAuthor(String email) {
    return email.equalsIgnoreCase(author);
  }

  private static void check(Refused.@Nullable Why why) {
    if (why != null) {
      boolean person = why == Refused.Why.NOT_ALLOWED || why == Refused.Why.OWN_WORK;
      throw new Refused(person ? FORBIDDEN : CONFLICT, why);
    }
  }
}
