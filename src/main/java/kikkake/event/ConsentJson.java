package kikkake.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The answers to advertising in an event: one object, or a list of them. Of several about the same,
 * only the one that counts is kept.
 *
 * @param all the answer to all advertising
 * @param kinds the answers about single kinds, by kind
 */
record ConsentJson(@Nullable Consent all, List<Consent> kinds) {
  private static final int MAX_ANSWERS = 20;

  static ConsentJson read(JsonField consent) {
    if (consent.isAbsent()) {
      return new ConsentJson(null, List.of());
    }
    List<JsonField> fields =
        consent.node().isArray() ? consent.list(MAX_ANSWERS) : List.of(consent);
    Consent all = null;
    Map<String, Consent> kinds = new TreeMap<>();
    for (JsonField field : fields) {
      Consent answer = answer(field);
      String kind = answer.kind();
      if (kind != null) {
        kinds.merge(kind, answer, (known, next) -> next.outweighs(known) ? next : known);
      } else if (answer.outweighs(all)) {
        all = answer;
      }
    }
    return new ConsentJson(all, new ArrayList<>(kinds.values()));
  }

  private static Consent answer(JsonField consent) {
    JsonField advertising = consent.object().at("advertising");
    if (advertising.isAbsent()) {
      throw advertising.wrong("is required");
    }
    Instant at = consent.at("at").time();
    if (at == null) {
      throw consent.at("at").wrong("is required: when the customer said so");
    }
    JsonField kind = consent.at("kind");
    String label = kind.text(64);
    if (label != null && !AdvertisingKinds.ALL.contains(label)) {
      throw kind.wrong("must be one of " + String.join(", ", AdvertisingKinds.ALL));
    }
    return new Consent(
        advertising.yesOrNo(false),
        at,
        consent.at("source").text(100),
        consent.at("wording").text(100),
        label);
  }
}
