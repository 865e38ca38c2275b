package kikkake.mail;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kikkake.event.AdvertisingKinds;
import org.jspecify.annotations.Nullable;

/** What a customer sends from the preference page. */
public sealed interface PreferenceForm {
  /** No to everything. */
  record RefuseAll() implements PreferenceForm {}

  /**
   * Which kinds, how often, and for how long none at all.
   *
   * @param kinds those that are wanted, all others are not
   * @param mostPerWeek null leaves it to the shop
   * @param pauseWeeks 0 ends a pause, null leaves it as it is
   */
  record Choices(Set<String> kinds, @Nullable Integer mostPerWeek, @Nullable Integer pauseWeeks)
      implements PreferenceForm {
    public Choices {
      kinds = Set.copyOf(kinds);
    }
  }

  int MAX_CHARACTERS = 2_000;
  List<String> OFTEN = List.of("shop", "1", "2", "3");
  List<String> PAUSE = List.of("no", "1", "4", "12");

  /** Leaves a pause that lasts as it is. */
  String KEEP = "keep";

  /**
   * Reads a form in the encoding of browsers; empty where a field is missing, unknown, told twice
   * or has a value that the page does not offer.
   */
  static Optional<PreferenceForm> read(String body) {
    Map<String, List<String>> fields = new HashMap<>();
    if (body.length() > MAX_CHARACTERS) {
      return Optional.empty();
    }
    try {
      for (String field : body.split("&", -1)) {
        String[] parts = field.split("=", 2);
        fields
            .computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
            .add(parts.length == 2 ? decoded(parts[1]) : "");
      }
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // A percent sign that encodes nothing.
    }
    return switch (only(fields, "answer")) {
      case "refuse-all" -> fields.size() == 1 ? Optional.of(new RefuseAll()) : Optional.empty();
      case "choices" -> choices(fields);
      default -> Optional.empty();
    };
  }

  private static Optional<PreferenceForm> choices(Map<String, List<String>> fields) {
    List<String> kinds = fields.getOrDefault("kind", List.of());
    String often = only(fields, "often");
    String pause = only(fields, "pause");
    boolean good =
        Set.of("answer", "kind", "often", "pause").containsAll(fields.keySet())
            && AdvertisingKinds.ALL.containsAll(kinds)
            && Set.copyOf(kinds).size() == kinds.size()
            && OFTEN.contains(often)
            && (PAUSE.contains(pause) || pause.equals(KEEP));
    return good
        ? Optional.of(
            new Choices(
                Set.copyOf(kinds),
                often.equals("shop") ? null : Integer.valueOf(often),
                switch (pause) {
                  case KEEP -> null;
                  case "no" -> 0;
                  default -> Integer.valueOf(pause);
                }))
        : Optional.empty();
  }

  private static String only(Map<String, List<String>> fields, String name) {
    List<String> values = fields.getOrDefault(name, List.of());
    return values.size() == 1 ? values.getFirst() : "";
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
