package kikkake.studio;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kikkake.template.Publication;
import kikkake.template.Publications;

/** How a version, or a mail, stands, in the reader's words. */
final class MailWords {
  private final MailDesk desk;
  private final Words words;

  MailWords(MailDesk desk, Words words) {
    this.desk = desk;
    this.words = words;
  }

  /** What people call a mail, for example お礼メール（日本語）. */
  String title(Samples.Mail mail) {
    return words.say("kind-" + mail.kind().label())
        + words.say("bracket").formatted(words.say("language-" + mail.language()));
  }

  /** Of a version by its number. */
  String version(int number) {
    return number == 0 ? words.say("builtIn") : words.say("versionN").formatted(number);
  }

  /** What was said of a version last. */
  String review(Review review) {
    return review
        .last()
        .map(step -> words.say("review-" + step.said().name().toLowerCase(Locale.ROOT)))
        .orElseGet(() -> words.say("review-none"));
  }

  /** Who said what of it, the latest last. */
  List<Map<String, Object>> steps(int number, Review review) {
    return review.steps().stream().map(step -> step(number, step)).toList();
  }

  /** That somebody said something of a version. */
  Map<String, Object> step(int number, Review.Step step) {
    return line(
        desk.time(step.at()),
        step.by(),
        words.say("step-" + step.said().name().toLowerCase(Locale.ROOT)).formatted(version(number)),
        step.note());
  }

  /** That somebody saved a version. */
  String saved(int number) {
    return words.say("step-saved").formatted(version(number));
  }

  /** What lies ahead, the next first. */
  List<Map<String, Object>> ahead(Publications publications, Instant now) {
    return publications.ahead(now).stream()
        .map(each ->
            Map.<String, Object>of(
                "time", desk.time(each.from()), "version", version(each.version())))
        .toList();
  }

  /** That somebody published something. */
  Map<String, Object> publication(Publication each) {
    return line(
        desk.time(each.from()),
        each.by(),
        words.say("step-published").formatted(version(each.version())),
        each.note());
  }

  static Map<String, Object> line(String time, String who, String what, String note) {
    Map<String, Object> line = new HashMap<>();
    line.put("time", time);
    line.put("who", who);
    line.put("what", what);
    line.put("note", note);
    return line;
  }
}
