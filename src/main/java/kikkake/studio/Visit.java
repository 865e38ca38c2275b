package kikkake.studio;

import java.util.HashMap;
import java.util.Map;

/**
 * A request of somebody who is signed in, with what every page needs.
 *
 * @param assets the version of style sheets and scripts
 * @param formKey what this sign-in's forms must bring along
 */
record Visit(Ask ask, Member member, Words words, String formKey, String assets, Pages pages) {
  /**
   * A page.
   *
   * @param section the word that stands for it in the address, marked in the menu
   */
  Reply page(String name, String section, Map<String, Object> model) {
    return page(200, name, section, model);
  }

  Reply page(int status, String name, String section, Map<String, Object> model) {
    Map<String, Object> all = new HashMap<>(model);
    all.putIfAbsent("title", words.say(section));
    all.put("t", words.all());
    all.putIfAbsent("title", words.say(section));
    all.put("lang", words.language());
    all.put("other", words.japanese() ? "en" : "ja");
    all.put("formKey", formKey);
    all.put("assets", assets);
    all.put("member", member.email());
    all.put("mayEdit", member.mayEdit());
    all.put("mayApprove", member.mayApprove());
    all.put("here", Map.of(section, true));
    all.put("path", ask.path());
    return Reply.html(status, pages.fill(name, all));
  }

  /** The form that was sent; whether it came from this sign-in was checked before. */
  Form form() {
    return Form.read(ask);
  }

  /**
   * Goes on only with somebody who may change drafts.
   *
   * @throws Refused otherwise
   */
  void mustEdit() {
    if (!member.mayEdit()) {
      throw new Refused(403, Refused.Why.NOT_ALLOWED);
    }
  }

  /**
   * Goes on only with somebody who may approve and publish.
   *
   * @throws Refused otherwise
   */
  void mustApprove() {
    if (!member.mayApprove()) {
      throw new Refused(403, Refused.Why.NOT_ALLOWED);
    }
  }
}
