package kikkake.studio;

import static kikkake.TestData.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kikkake.studio.Review.Said;
import kikkake.studio.Review.Step;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalTest {
  private static final String AUTHOR = "Sato@shop.example";

  /** The member is {@code other@} or, where "own", the author; "by" is who said the last thing. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          viewer, asked       | viewer   | other | ASKED             | other | yes | -       | NOT_ALLOWED | NOT_ALLOWED | NOT_ALLOWED | NOT_ALLOWED
          nobody's group      | -        | other | APPROVED          | other | yes | -       | NOT_ALLOWED | NOT_ALLOWED | NOT_ALLOWED | NOT_ALLOWED
          editor, new         | editor   | own   | -                 | other | yes | ask     | -           | NOT_ALLOWED | NOT_ALLOWED | NOT_ALLOWED
          editor, another's   | editor   | other | -                 | other | yes | ask     | -           | NOT_ALLOWED | NOT_ALLOWED | NOT_ALLOWED
          editor, asked       | editor   | own   | ASKED             | other | yes | -       | CHANGED_MEANWHILE | NOT_ALLOWED | NOT_ALLOWED | NOT_ALLOWED
          editor, declined    | editor   | own   | ASKED DECLINED    | other | yes | ask     | -           | NOT_ALLOWED | NOT_ALLOWED | NOT_ALLOWED
          editor, approved    | editor   | own   | ASKED APPROVED    | other | yes | -       | CHANGED_MEANWHILE | NOT_ALLOWED | NOT_ALLOWED | NOT_ALLOWED
          approver, new       | approver | other | -                 | other | yes | -       | NOT_ALLOWED | NOT_ASKED   | NOT_ASKED   | NOT_APPROVED
          approver, asked     | approver | other | ASKED             | own   | yes | approve decline | NOT_ALLOWED | -   | -           | NOT_APPROVED
          approver, declined  | approver | other | ASKED DECLINED    | other | yes | -       | NOT_ALLOWED | NOT_ASKED   | NOT_ASKED   | NOT_APPROVED
          approver, approved  | approver | other | ASKED APPROVED    | other | yes | decline publish | NOT_ALLOWED | CHANGED_MEANWHILE | - | -
          approver, own asked | approver | own   | ASKED             | own   | yes | decline | NOT_ALLOWED | OWN_WORK    | -           | NOT_APPROVED
          own, rule is off    | approver | own   | ASKED             | own   | no  | approve decline | NOT_ALLOWED | -   | -           | NOT_APPROVED
          own, approved by another | approver | own | ASKED APPROVED | other | yes | decline publish | NOT_ALLOWED | CHANGED_MEANWHILE | - | -
          approved own, rule on again | approver | other | ASKED APPROVED | own | yes | decline | NOT_ALLOWED | CHANGED_MEANWHILE | - | OWN_WORK
          approved own, rule off | approver | other | ASKED APPROVED | own   | no  | decline publish | NOT_ALLOWED | CHANGED_MEANWHILE | - | -
          admin, new          | admin    | own   | -                 | other | yes | ask     | -           | NOT_ASKED   | NOT_ASKED   | NOT_APPROVED
          admin, own asked    | admin    | own   | ASKED             | own   | yes | decline | CHANGED_MEANWHILE | OWN_WORK | -        | NOT_APPROVED
          admin, asked        | admin    | other | ASKED             | other | yes | approve decline | CHANGED_MEANWHILE | - | -      | NOT_APPROVED
          editor and approver | editor+approver | own | ASKED        | own   | yes | decline | CHANGED_MEANWHILE | OWN_WORK | -        | NOT_APPROVED
          asked again after approval | approver | other | APPROVED ASKED | other | yes | approve decline | NOT_ALLOWED | - | -      | NOT_APPROVED
          """)
  void saysWhatAMemberMayDoWithAVersion(
      String name,
      String groups,
      String who,
      String said,
      String by,
      String byAnother,
      String may,
      String ask,
      String approve,
      String decline,
      String publish) {
    Approval approval =
        new Approval(
            new Member(email(who), groups(groups), "s"),
            AUTHOR,
            review(said, email(by)),
            byAnother.equals("yes"));

    check(approval::mustAsk, ask);
    check(approval::mustApprove, approve);
    check(approval::mustDecline, decline);
    check(approval::mustPublish, publish);
    List<String> allowed = new ArrayList<>();
    if (approval.mayAsk()) {
      allowed.add("ask");
    }
    if (approval.mayApprove()) {
      allowed.add("approve");
    }
    if (approval.mayDecline()) {
      allowed.add("decline");
    }
    if (approval.mayPublish()) {
      allowed.add("publish");
    }
    assertThat(allowed.isEmpty() ? "-" : String.join(" ", allowed)).isEqualTo(may);
    assertThat(approval.needsAnother()).isEqualTo(approve.equals("OWN_WORK"));
  }

  private static void check(Runnable must, String refused) {
    if (refused.equals("-")) {
      must.run();
    } else {
      assertThatThrownBy(must::run).isInstanceOf(Refused.class).hasMessage(refused);
    }
  }

  /** The same address is the same person, however it is written. */
  private static String email(String who) {
    return who.equals("own") ? "sato@shop.example" : "other@shop.example";
  }

  private static Set<Group> groups(String labels) {
    return labels.equals("-")
        ? Set.of()
        : Set.copyOf(
            List.of(labels.split("\\+", -1)).stream()
                .map(label -> Group.of(label).orElseThrow())
                .toList());
  }

  private static Review review(String said, String by) {
    return said.equals("-")
        ? Review.NONE
        : new Review(
            List.of(said.split(" ", -1)).stream()
                .map(each -> new Step(Said.valueOf(each), by, NOON, ""))
                .toList());
  }
}
