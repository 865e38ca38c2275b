package kikkake.studio;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody who is signed in and works with the pages, as a browser without scripts lets them. */
final class StudioVisitor {
  static final String ORIGIN = "https://studio.shop.example";

  private final Studio studio;
  private final Member member;
  private final String language;

  StudioVisitor(Studio studio, Group group) {
    this(studio, new Member(group.label() + "@shop.example", Set.of(group), "s-1"), "ja");
  }

  StudioVisitor(Studio studio, Member member, String language) {
    this.studio = studio;
    this.member = member;
    this.language = language;
  }

  StudioVisitor inEnglish() {
    return new StudioVisitor(studio, member, "en");
  }

  /** Follows a link. */
  Reply get(String path, Map<String, String> query) {
    return studio.answer(
        new Ask(
            "GET",
            path,
            query,
            Map.of("accept-language", language),
            Map.of(),
            Bytes.of(""),
            member));
  }

  Document page(String path) {
    return Jsoup.parse(get(path, Map.of()).body().text());
  }

  /** Sends fields as they are, and the key that this sign-in's pages have. */
  Reply post(String path, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    Element key = page("/studio/why").selectFirst("input[name=formKey]");
    all.put("formKey", key == null ? "" : key.attr("value"));
    return studio.answer(
        new Ask(
            "POST",
            path,
            Map.of(),
            Map.of(
                "accept-language",
                language,
                "origin",
                ORIGIN,
                "content-type",
                "application/x-www-form-urlencoded"),
            Map.of(),
            Bytes.of(encoded(all)),
            member));
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** What a browser would send of a form, as it stands there. */
  static Map<String, String> fields(Element form) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element each : form.select("input[name], select[name]")) {
      boolean ticked = !each.attr("type").equals("checkbox") || each.hasAttr("checked");
      if (each.tagName().equals("select")) {
        Element chosen = each.selectFirst("option[selected]");
        fields.put(each.attr("name"), chosen == null ? "" : chosen.attr("value"));
      } else if (ticked) {
        fields.put(each.attr("name"), each.attr("value"));
      }
    }
    return fields;
  }
}
