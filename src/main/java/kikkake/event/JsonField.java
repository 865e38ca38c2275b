package kikkake.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A place in a JSON message that knows its path, so that every complaint names it. */
record JsonField(String path, JsonNode node) {
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /** The child of that name; missing and JSON null are the same. */
  JsonField at(String name) {
    return new JsonField(path.isEmpty() ? name : path + "." + name, node.path(name));
  }

  boolean isAbsent() {
    return node.isMissingNode() || node.isNull();
  }

  JsonField object() {
    if (isAbsent()) {
      throw wrong("is required");
    }
    if (!node.isObject()) {
      throw wrong("must be an object");
    }
    return this;
  }

  JsonField objectIfAny() {
    return isAbsent() ? this : object();
  }

  /** The elements of a list with at least one and at most {@code max} of them. */
  List<JsonField> entries(int max) {
    List<JsonField> entries = list(max);
    if (entries.isEmpty()) {
      throw wrong("must have at least one entry");
    }
    return entries;
  }

  /** The elements of a list with at most {@code max} of them; an absent list is empty. */
  List<JsonField> list(int max) {
    if (isAbsent()) {
      return List.of();
    }
    if (!node.isArray()) {
      throw wrong("must be a list");
    }
    if (node.size() > max) {
      throw wrong("must have at most " + max + " entries");
    }
    List<JsonField> elements = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      elements.add(new JsonField(path + "[" + i + "]", node.path(i)));
    }
    return elements;
  }

  @Nullable String text(int max) {
    if (isAbsent()) {
      return null;
    }
    if (!node.isTextual()) {
      throw wrong("must be a text");
    }
    String text = node.textValue();
    if (text.length() > max) {
      throw wrong("must be at most " + max + " characters long");
    }
    if (!Ids.isClean(text)) {
      throw wrong("must not have control characters or broken Unicode");
    }
    text = text.strip();
    return text.isEmpty() ? null : text;
  }

  String requiredText(int max) {
    String text = text(max);
    if (text == null) {
      throw wrong("is required");
    }
    return text;
  }

  /** An id, which shops send as text or as a whole number. */
  <T> @Nullable T id(Function<String, T> constructor) {
    if (isAbsent()) {
      return null;
    }
    String value;
    if (node.isIntegralNumber()) {
      value = node.bigIntegerValue().toString();
    } else if (node.isTextual()) {
      value = node.textValue();
    } else {
      throw wrong("must be a text");
    }
    try {
      return constructor.apply(value);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  <T> T requiredId(Function<String, T> constructor) {
    T id = id(constructor);
    if (id == null) {
      throw wrong("is required");
    }
    return id;
  }

  @Nullable BigDecimal amount() {
    if (isAbsent()) {
      return null;
    }
    BigDecimal amount = number("must be a number");
    if ((long) amount.precision() - amount.scale() > 12 || amount.scale() > 6) {
      throw wrong("must have at most 12 digits before the point and 6 after it");
    }
    if (amount.signum() < 0) {
      throw wrong("must be 0 or more");
    }
    return amount;
  }

  /** A number, which shops also send as text. It may be huge: do not expand it. */
  private BigDecimal number(String problem) {
    if (node.isNumber()) {
      return node.decimalValue();
    }
    if (!node.isTextual() || node.textValue().length() > 20) {
      throw wrong(problem);
    }
    try {
      return new BigDecimal(node.textValue());
    } catch (NumberFormatException e) {
      throw wrong(problem);
    }
  }

  BigDecimal requiredAmount() {
    BigDecimal amount = amount();
    if (amount == null) {
      throw wrong("is required");
    }
    return amount;
  }

  int wholeNumber(int min, int max) {
    String problem = "must be a whole number from " + min + " to " + max;
    BigDecimal number = number(problem).stripTrailingZeros();
    if (number.scale() > 0
        || number.compareTo(BigDecimal.valueOf(min)) < 0
        || number.compareTo(BigDecimal.valueOf(max)) > 0) {
      throw wrong(problem);
    }
    return number.intValueExact();
  }

  boolean yesOrNo(boolean ifAbsent) {
    if (isAbsent()) {
      return ifAbsent;
    }
    if (!node.isBoolean()) {
      throw wrong("must be true or false");
    }
    return node.booleanValue();
  }

  @Nullable Instant time() {
    if (isAbsent()) {
      return null;
    }
    if (!node.isTextual()) {
      throw wrong("must be an ISO 8601 time with zone, like 2026-01-31T10:00:00Z");
    }
    try {
      return sensible(OffsetDateTime.parse(node.textValue()).toInstant());
    } catch (DateTimeParseException e) {
      throw wrong("must be an ISO 8601 time with zone, like 2026-01-31T10:00:00Z");
    }
  }

  Instant sensible(Instant time) {
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw wrong("must be a time between the years 1990 and 2100");
    }
    return time;
  }

  @Nullable Currency currency() {
    String code = text(3);
    if (code == null) {
      return null;
    }
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw wrong("must be an ISO 4217 currency code, like JPY");
    }
  }

  /** A web address; only http and https can stand in a mail. */
  @Nullable String webAddress() {
    String url = text(2_000);
    if (url != null && !url.matches("(?i)https?://[^\\s\"<>]+")) {
      throw wrong("must be an address that begins with http:// or https://");
    }
    return url;
  }

  MalformedEvent wrong(String problem) {
    return new MalformedEvent(path, problem);
  }
}
