package kikkake.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a template of one kind may show. This is the one place that says so: the lint reads it, and
 * a test holds the table in {@code docs/templates.md} to it.
 *
 * <p>Amounts, dates and numbers are texts that the caller has formatted. Addresses of pictures and
 * pages are absolute {@code https} addresses.
 *
 * @param kind one of {@link BuiltInTemplates#KINDS}
 * @param fields what stands at the top of the model, in the order of the documentation
 */
public record MailModel(String kind, Map<String, Field> fields) {

  /** What a name stands for. */
  public enum Type {
    /** A text to read. */
    TEXT,
    /** An absolute {@code https} address. */
    URL,
    /** Named fields. */
    GROUP,
    /** Groups of the same fields, at least one where the list is there. */
    LIST
  }

  /**
   * One name of the model.
   *
   * @param optional whether the model may lack it
   * @param comesWith a name at the top of the model beside which an optional one is always there
   * @param fields what a group, or each item of a list, holds; empty for texts and addresses
   */
  public record Field(
      Type type, boolean optional, @Nullable String comesWith, Map<String, Field> fields) {
    private Field maybe() {
      return new Field(type, true, null, fields);
    }

    private Field maybeBut(String with) {
      return new Field(type, true, with, fields);
    }
  }

  private static final Field TEXT = new Field(Type.TEXT, false, null, Map.of());
  private static final Field URL = new Field(Type.URL, false, null, Map.of());
  private static final Field ITEMS =
      list(
          Map.entry("title", TEXT),
          Map.entry("url", URL),
          Map.entry("reason", TEXT),
          Map.entry("image", URL.maybe()),
          Map.entry("price", TEXT.maybe()));
  private static final Field LINES =
      list(
          Map.entry("title", TEXT),
          Map.entry("quantity", TEXT),
          Map.entry("amount", TEXT),
          Map.entry("image", URL.maybe()),
          Map.entry("url", URL.maybe()));
  private static final Field SHOP =
      group(Map.entry("name", TEXT), Map.entry("url", URL), Map.entry("address", TEXT));
  private static final Field CUSTOMER = group(Map.entry("name", TEXT.maybe())).maybe();
  private static final Field ORDER =
      group(
          Map.entry("id", TEXT),
          Map.entry("date", TEXT),
          Map.entry("total", TEXT),
          Map.entry("lines", LINES),
          Map.entry("shipping", TEXT.maybe()),
          Map.entry("discount", TEXT.maybe()));

  private static final Map<String, Field> THANK_YOU =
      fields(
          Map.entry("shop", SHOP),
          Map.entry("customer", CUSTOMER),
          Map.entry("order", ORDER),
          Map.entry("recommendations", group(Map.entry("items", ITEMS)).maybe()),
          Map.entry("unsubscribeUrl", URL.maybeBut("recommendations")),
          Map.entry("preferencesUrl", URL.maybe()));
  private static final Map<String, Field> ADVERTISING =
      fields(
          Map.entry("shop", SHOP),
          Map.entry("customer", CUSTOMER),
          Map.entry("items", ITEMS),
          Map.entry("unsubscribeUrl", URL),
          Map.entry("preferencesUrl", URL.maybe()));

  /**
   * The model of one kind of mail.
   *
   * @throws IllegalArgumentException if there is no such mail
   */
  public static MailModel of(String kind) {
    return switch (kind) {
      case "thank-you" -> new MailModel(kind, THANK_YOU);
      case "recommendation", "browse-follow-up" -> new MailModel(kind, ADVERTISING);
      default ->
          throw new IllegalArgumentException(
              "kind must be one of " + BuiltInTemplates.KINDS + ", but is \"" + kind + "\"");
    };
  }

  /**
   * Says where a model is not what is documented: what is missing, unknown or of another type.
   *
   * @return sentences that name the path, for example {@code order.lines[2].amount is missing};
   *     empty where all is well
   */
  public List<String> misfits(Map<String, Object> model) {
    List<String> misfits = new ArrayList<>();
    compare("", fields, model, misfits);
    fields.forEach((name, field) -> {
      if (field.comesWith != null && model.containsKey(field.comesWith)) {
        if (!model.containsKey(name)) {
          misfits.add(name + " is missing beside " + field.comesWith);
        }
      }
    });
    return List.copyOf(misfits);
  }

  private static void compare(
      String path, Map<String, Field> fields, Map<?, ?> model, List<String> misfits) {
    fields.forEach((name, field) -> {
      @Nullable Object value = model.get(name);
      if (value != null) {
        compare(path + name, field, value, misfits);
      } else if (!field.optional) {
        misfits.add(path + name + " is missing");
      }
    });
    for (Object name : model.keySet()) {
      if (!(name instanceof String known) || !fields.containsKey(known)) {
        misfits.add(path + name + " is not documented");
      }
    }
  }

  private static void compare(String path, Field field, Object value, List<String> misfits) {
    boolean fits =
        switch (field.type) {
          case TEXT -> value instanceof String || value instanceof Number;
          case URL -> value instanceof String;
          case GROUP -> value instanceof Map;
          case LIST -> value instanceof List<?> list && !list.isEmpty();
        };
    if (!fits) {
      misfits.add(path + " must be a " + field.type);
    } else if (value instanceof Map<?, ?> group) {
      compare(path + ".", field.fields, group, misfits);
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        String item = path + "[" + i + "]";
        if (list.get(i) instanceof Map<?, ?> group) {
          compare(item + ".", field.fields, group, misfits);
        } else {
          misfits.add(item + " must be a GROUP");
        }
      }
    }
  }

  @SafeVarargs
  private static Field group(Map.Entry<String, Field>... fields) {
    return new Field(Type.GROUP, false, null, fields(fields));
  }

  @SafeVarargs
  private static Field list(Map.Entry<String, Field>... fields) {
    return new Field(Type.LIST, false, null, fields(fields));
  }

  @SafeVarargs
  private static Map<String, Field> fields(Map.Entry<String, Field>... fields) {
    Map<String, Field> ordered = new LinkedHashMap<>();
    for (Map.Entry<String, Field> field : fields) {
      ordered.put(field.getKey(), field.getValue());
    }
    return Collections.unmodifiableMap(ordered);
  }
}
