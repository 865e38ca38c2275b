package kikkake.studio;

import java.util.List;
import java.util.Map;
import kikkake.event.CustomerId;
import kikkake.mail.Why;

/** Tells what was decided about a customer's mails, and why. */
final class WhySection implements Section {
  private final Why why;

  WhySection(Why why) {
    this.why = why;
  }

  @Override
  public Reply answer(Visit visit, List<String> path) {
    if (!path.isEmpty() || visit.ask().isPost()) {
      throw new Refused(404, Refused.Why.NOT_FOUND);
    }
    String asked = visit.ask().query().getOrDefault("customer", "").strip();
    if (asked.isEmpty()) {
      return visit.page(
          "why", "why", Map.of("title", visit.words().say("why"), "customer", "", "asked", false));
    }
    CustomerId customer;
    try {
      customer = new CustomerId(asked);
    } catch (IllegalArgumentException e) {
      throw new Refused(400, Refused.Why.BAD_NAME, "customer");
    }
    Why.Answer answer = why.tell(customer, "");
    boolean japanese = visit.words().japanese();
    List<Map<String, Object>> stories =
        answer.mails().reversed().stream().map(story -> story(story.lines(japanese))).toList();
    List<Map<String, Object>> notPlanned =
        answer.notPlanned().stream().map(story -> story(story.lines(japanese))).toList();
    return visit.page(
        "why",
        "why",
        Map.of(
            "title",
            visit.words().say("why"),
            "customer",
            asked,
            "asked",
            true,
            "stories",
            stories,
            "notPlanned",
            notPlanned,
            "nothing",
            stories.isEmpty() && notPlanned.isEmpty()));
  }

  private static Map<String, Object> story(List<String> lines) {
    return Map.of(
        "heading", lines.getFirst(), "lines", lines.stream().skip(1).map(String::strip).toList());
  }
}
