package kikkake.template;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that a model is a tree of plain values, so that rendering reads data and runs nothing. */
final class Model {
  /** What the renderer itself adds for the HTML part. */
  static final String SUBJECT = "subject";

  static final String PREVIEW = "preview";
  private static final Set<String> RESERVED = Set.of(SUBJECT, PREVIEW);

  private Model() {}

  /**
   * Refuses anything but maps with string keys, lists, strings, numbers and booleans.
   *
   * @throws IllegalArgumentException names the path of the value, for example {@code
   *     order.lines[2].price}, never the value
   */
  static void check(Map<String, Object> model) {
    for (String name : RESERVED) {
      if (model.containsKey(name)) {
        throw new IllegalArgumentException(
            "The model must not hold \"" + name + "\": the template itself has one");
      }
    }
    if (!isPlain(model)) {
      checkMap("", model);
    }
  }

  /** Whether there is nothing to say: most models are plain, and paths take time. */
  private static boolean isPlain(@Nullable Object value) {
    return switch (value) {
      case String text -> true;
      case Map<?, ?> map -> {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          if (!(entry.getKey() instanceof String) || !isPlain(entry.getValue())) {
            yield false;
          }
        }
        yield true;
      }
      case List<?> list -> {
        for (Object item : list) {
          if (!isPlain(item)) {
            yield false;
          }
        }
        yield true;
      }
      case Number number -> true;
      case Boolean flag -> true;
      case null, default -> false;
    };
  }

  private static void checkMap(String path, Map<?, ?> map) {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String key)) {
        throw new IllegalArgumentException(
            "The model has a key that is not a string in " + (path.isEmpty() ? "its root" : path));
      }
      checkValue(path.isEmpty() ? key : path + "." + key, entry.getValue());
    }
  }

  private static void checkValue(String path, Object value) {
    switch (value) {
      case String text -> {}
      case Number number -> {}
      case Boolean flag -> {}
      case Map<?, ?> map -> checkMap(path, map);
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          checkValue(path + "[" + i + "]", list.get(i));
        }
      }
      case null ->
          throw new IllegalArgumentException(
              "The model's " + path + " is null: leave out what is not there");
      default ->
          throw new IllegalArgumentException(
              "The model's "
                  + path
                  + " is a "
                  + value.getClass().getName()
                  + ": only maps, lists, strings, numbers and booleans are allowed");
    }
  }
}
