package kikkake.template;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import kikkake.table.DynamoChange;
import kikkake.table.DynamoKey;
import kikkake.table.DynamoRow;
import kikkake.table.DynamoTable;

/**
 * Keeps the shop's templates in the table. A version never changes, so a worker reads it once; what
 * is published it reads for each batch, strongly consistent.
 *
 * <pre>
 *  pk              sk        what
 *  W#thank-you/ja  V#000007  a version: its source, its HTML, who saved it, when and why
 *  W#thank-you/ja  P         what is published, and was: a text each, the latest first
 * </pre>
 */
public final class DynamoTemplates implements PublishedTemplates, TemplateStore {
  private final DynamoTable table;
  private final BuiltInTemplates builtIn;
  private final InstantSource clock;

  /** Versions by id. */
  private final Map<String, Template> known = new ConcurrentHashMap<>();

  /**
   * The templates in a table.
   *
   * @param builtIn what is sent where nothing is published, or nothing published can be rendered
   * @param clock by which a publication that lies ahead comes to count
   */
  public DynamoTemplates(DynamoTable table, BuiltInTemplates builtIn, InstantSource clock) {
    this.table = table;
    this.builtIn = builtIn;
    this.clock = clock;
  }

  @Override
  public Templates now() {
    Map<String, List<Template>> read = new HashMap<>();
    return (kind, languageTag) -> {
      Template last = builtIn.find(kind, languageTag);
      List<Template> toTry =
          new ArrayList<>(
              read.computeIfAbsent(
                  name(kind, last.language()), name -> toTry(kind, last.language())));
      toTry.add(last);
      return toTry;
    };
  }

  private List<Template> toTry(String kind, String language) {
    List<Integer> numbers = publications(kind, language).toTry(clock.instant());
    Set<DynamoKey> missing =
        numbers.stream()
            .filter(number -> !known.containsKey(id(kind, language, number)))
            .map(number -> versionKey(kind, language, number))
            .collect(Collectors.toSet());
    for (DynamoRow row : missing.isEmpty() ? List.<DynamoRow>of() : table.getConsistent(missing)) {
      Template template = version(row, kind, language).template();
      known.put(template.id(), template);
    }
    return numbers.stream().map(number -> template(kind, language, number)).toList();
  }

  private Template template(String kind, String language, int number) {
    Template template = known.get(id(kind, language, number));
    // Somebody deleted the row: a template without a subject fails, and the next one is tried.
    return template == null
        ? new Template(kind, language, Integer.toString(number), "", "", "", "")
        : template;
  }

  @Override
  public boolean save(TemplateVersion version) {
    TemplateSource source = version.source();
    Publication.checkLine("author", version.author());
    Publication.checkLine("note", version.note());
    return table.putIfAbsent(
        DynamoRow.of(versionKey(source.kind(), source.language(), version.number()))
            .text("subject", source.subject())
            .text("preview", source.preview())
            .packed("mjml", source.mjml())
            .packed("html", version.html())
            .packed("text", source.text())
            .text("author", version.author())
            .time("at", version.at())
            .text("note", version.note()));
  }

  @Override
  public Optional<TemplateVersion> version(String kind, String language, int number) {
    return table.get(versionKey(kind, language, number)).map(row -> version(row, kind, language));
  }

  @Override
  public List<TemplateVersion> versions(String kind, String language) {
    return table.query(partition(kind, language), "V#").stream()
        .map(row -> version(row, kind, language))
        .toList();
  }

  private static TemplateVersion version(DynamoRow row, String kind, String language) {
    return new TemplateVersion(
        Integer.parseInt(row.key().sk().substring("V#".length())),
        new TemplateSource(
            kind,
            language,
            row.requiredText("subject"),
            row.requiredText("preview"),
            row.requiredPacked("mjml"),
            row.requiredPacked("text")),
        row.requiredPacked("html"),
        row.requiredText("author"),
        row.requiredTime("at"),
        row.requiredText("note"));
  }

  @Override
  public Publications publications(String kind, String language) {
    return table
        .get(publicationsKey(kind, language))
        .map(row ->
            new Publications(
                row.texts("publications").stream().map(Publication::ofLine).toList(),
                row.whole("made", 0)))
        .orElse(Publications.NONE);
  }

  @Override
  public boolean publish(String kind, String language, Publication publication, Publications seen) {
    if (publication.version() != 0 && version(kind, language, publication.version()).isEmpty()) {
      throw new IllegalArgumentException(
          "There is no version " + publication.version() + " of " + name(kind, language));
    }
    Publications after = seen.with(publication);
    DynamoRow row =
        DynamoRow.of(publicationsKey(kind, language))
            .texts("publications", after.latestFirst().stream().map(Publication::line).toList())
            .number("made", after.made());
    return seen.made() == 0
        ? table.putIfAbsent(row)
        : table.put(
            row, new DynamoChange().onlyIf("#made = :made", "made").with("made", seen.made()));
  }

  private static DynamoKey versionKey(String kind, String language, int number) {
    return new DynamoKey(partition(kind, language), String.format(Locale.ROOT, "V#%06d", number));
  }

  private static DynamoKey publicationsKey(String kind, String language) {
    return new DynamoKey(partition(kind, language), "P");
  }

  private static String partition(String kind, String language) {
    return "W#" + name(kind, language);
  }

  private static String name(String kind, String language) {
    return kind + "/" + language;
  }

  private static String id(String kind, String language, int number) {
    return name(kind, language) + "/" + number;
  }
}
