package kikkake.studio;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import kikkake.template.Publication;
import kikkake.template.TemplateSource;
import kikkake.template.TemplateVersion;

/** Who did what with a mail and when, and two of its versions side by side. */
final class MailHistory {
  /** Lines around a change that are shown with it. */
  private static final int AROUND = 2;

  private final MailDesk desk;

  MailHistory(MailDesk desk) {
    this.desk = desk;
  }

  private record Event(Instant at, Map<String, Object> line) {}

  Reply page(Visit visit, Samples.Mail mail) {
    Words words = visit.words();
    MailWords say = new MailWords(desk, words);
    Map<Integer, Review> reviews = desk.reviews().all(mail.name());
    List<TemplateVersion> versions = desk.versions(mail);
    int live = desk.publications(mail).liveVersion(desk.now());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (TemplateVersion version : versions.reversed()) {
      Map<String, Object> row =
          MailWords.line(
              desk.time(version.at()),
              version.author(),
              say.version(version.number()),
              version.note());
      row.put("number", version.number());
      row.put("review", say.review(reviews.getOrDefault(version.number(), Review.NONE)));
      row.put("isLive", version.number() == live);
      rows.add(row);
    }
    Map<String, Object> model = new HashMap<>();
    model.put("title", say.title(mail));
    model.put("name", mail.name());
    model.put("versionList", rows);
    model.put("builtInIsLive", live == 0);
    model.put("events", events(mail, say, versions, reviews));
    model.put("numbers", numbers(versions, say));
    model.put("zone", desk.zone().getId());
    return visit.page("history", "mails", model);
  }

  /** All versions to choose from, the newest first; the one before it is what it is compared to. */
  private static List<Map<String, Object>> numbers(List<TemplateVersion> versions, MailWords say) {
    List<Integer> numbers = new ArrayList<>(List.of(0));
    versions.forEach(version -> numbers.add(version.number()));
    int before = numbers.size() - 2;
    return IntStream.range(0, numbers.size())
        .mapToObj(i ->
            Map.<String, Object>of(
                "number", numbers.get(i),
                "label", say.version(numbers.get(i)),
                "before", i == before))
        .toList()
        .reversed();
  }

  /** All that was done, the latest first. */
  private List<Map<String, Object>> events(
      Samples.Mail mail,
      MailWords say,
      List<TemplateVersion> versions,
      Map<Integer, Review> reviews) {
    List<Event> events = new ArrayList<>();
    for (TemplateVersion version : versions) {
      events.add(
          new Event(
              version.at(),
              MailWords.line(
                  desk.time(version.at()),
                  version.author(),
                  say.saved(version.number()),
                  version.note())));
    }
    reviews.forEach((number, review) ->
        review.steps().forEach(step -> events.add(new Event(step.at(), say.step(number, step)))));
    for (Publication each : desk.publications(mail).latestFirst()) {
      events.add(new Event(each.from(), say.publication(each)));
    }
    // Stable, so that what was saved and asked in the same second stays in this order.
    return events.reversed().stream()
        .sorted(Comparator.comparing(Event::at).reversed())
        .map(Event::line)
        .toList();
  }

  /** Two versions, part by part, with what differs. */
  Reply compare(Visit visit, Samples.Mail mail) {
    Words words = visit.words();
    MailWords say = new MailWords(desk, words);
    Map<String, String> query = visit.ask().query();
    int left = Form.number(query.getOrDefault("left", ""), "left");
    int right = Form.number(query.getOrDefault("right", ""), "right");
    TemplateSource old = desk.version(mail, left).source();
    TemplateSource now = desk.version(mail, right).source();
    List<Map<String, Object>> parts = new ArrayList<>();
    part(parts, words.say("subject"), old, now, TemplateSource::subject);
    part(parts, words.say("preview"), old, now, TemplateSource::preview);
    part(parts, words.say("looks"), old, now, TemplateSource::mjml);
    part(parts, words.say("text"), old, now, TemplateSource::text);
    return visit.page(
        "compare",
        "mails",
        Map.of(
            "title", say.title(mail),
            "name", mail.name(),
            "left", say.version(left),
            "right", say.version(right),
            "parts", parts,
            "same", parts.isEmpty()));
  }

  private static void part(
      List<Map<String, Object>> parts,
      String heading,
      TemplateSource old,
      TemplateSource now,
      Function<TemplateSource, String> text) {
    List<DiffRow> rows =
        DiffRowGenerator.create()
            .lineNormalizer(line -> line)
            .build()
            .generateDiffRows(text.apply(old).lines().toList(), text.apply(now).lines().toList());
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (isNearChange(rows, i)) {
        DiffRow row = rows.get(i);
        lines.add(
            Map.of(
                "old", row.getOldLine(),
                "new", row.getNewLine(),
                "changed", row.getTag() != DiffRow.Tag.EQUAL));
      }
    }
    if (!lines.isEmpty()) {
      parts.add(Map.of("heading", heading, "lines", lines));
    }
  }

  private static boolean isNearChange(List<DiffRow> rows, int at) {
    return rows.subList(Math.max(0, at - AROUND), Math.min(rows.size(), at + AROUND + 1)).stream()
        .anyMatch(row -> row.getTag() != DiffRow.Tag.EQUAL);
  }
}
