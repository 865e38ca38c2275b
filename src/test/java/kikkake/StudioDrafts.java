package kikkake;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import kikkake.lint.BuiltInSources;
import kikkake.template.TemplateSource;

/** What the studio's editor sends. */
public final class StudioDrafts {
  private StudioDrafts() {}

  /** The fields of the editor, as they are where nothing was changed or saved yet. */
  public static Map<String, String> of(String kind, String language) {
    TemplateSource source = BuiltInSources.of(kind, language);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("subject", source.subject());
    fields.put("preview", source.preview());
    fields.put("mjml", source.mjml());
    fields.put("text", source.text());
    fields.put("sample", "difficult-0");
    fields.put("base", "0");
    fields.put("newest", "0");
    return fields;
  }

  /** As browsers encode a form. */
  public static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
