package kikkake.local.simulate;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What DynamoDB does with the values of attributes: their one form, their size, their order. There
 * are texts, numbers, bytes, flags, nulls, lists and maps here, but no sets.
 */
final class Values {
  private static final int MAX_DIGITS = 38;
  private static final BigDecimal MAX_NUMBER =
      new BigDecimal("9.9999999999999999999999999999999999999E+125");
  private static final BigDecimal MIN_NUMBER = new BigDecimal("1E-130");
  private static final int CONTAINER_BYTES = 3;

  private Values() {}

  /** The value with its numbers in their one form: no zeros to spare, no exponent. */
  static AttributeValue normal(AttributeValue value) {
    return switch (value.type()) {
      case S, B, BOOL, NUL -> value;
      case N -> {
        String number = number(value.n());
        yield number.equals(value.n()) ? value : AttributeValue.fromN(number);
      }
      case L -> AttributeValue.fromL(value.l().stream().map(Values::normal).toList());
      case M -> {
        Map<String, AttributeValue> entries = new LinkedHashMap<>();
        value.m().forEach((name, entry) -> entries.put(name, normal(entry)));
        yield AttributeValue.fromM(entries);
      }
      case SS, NS, BS -> throw new UnsupportedOperationException("There are no sets here");
      case UNKNOWN_TO_SDK_VERSION ->
          throw Refusal.invalid("Supplied AttributeValue is empty or has more than one type");
    };
  }

  private static String number(String text) {
    if (isPlainWhole(text)) {
      return text;
    }
    try {
      return number(new BigDecimal(text));
    } catch (NumberFormatException e) {
      throw Refusal.invalid(
          "The parameter cannot be converted to a numeric value: " + text + ": " + e.getMessage());
    }
  }

  private static boolean isPlainWhole(String text) {
    if (text.isEmpty() || text.length() > MAX_DIGITS || text.charAt(0) == '0') {
      return text.equals("0");
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** A number as DynamoDB writes it. */
  static String number(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    if (stripped.signum() == 0) {
      return "0";
    }
    if (stripped.precision() > MAX_DIGITS) {
      throw Refusal.invalid("Attempting to store more than 38 significant digits in a Number");
    }
    if (stripped.abs().compareTo(MAX_NUMBER) > 0) {
      throw Refusal.invalid("Number overflow");
    }
    if (stripped.abs().compareTo(MIN_NUMBER) < 0) {
      throw Refusal.invalid("Number underflow");
    }
    return stripped.toPlainString();
  }

  /**
   * How many bytes an item takes by DynamoDB's rules: each name and value.
   *
   * @param attributes in their normal form
   */
  static int size(Map<String, AttributeValue> attributes) {
    int bytes = 0;
    for (Map.Entry<String, AttributeValue> attribute : attributes.entrySet()) {
      bytes += Utf8.length(attribute.getKey()) + size(attribute.getValue());
    }
    return bytes;
  }

  private static int size(AttributeValue value) {
    return switch (value.type()) {
      case S -> Utf8.length(value.s());
      case N -> numberSize(value.n());
      case B -> bytes(value).length;
      case BOOL, NUL -> 1;
      case L -> listSize(value.l());
      case M -> CONTAINER_BYTES + value.m().size() + size(value.m());
      default -> throw new IllegalArgumentException("No normal value: " + value.type());
    };
  }

  private static int listSize(List<AttributeValue> values) {
    int bytes = CONTAINER_BYTES + values.size();
    for (AttributeValue value : values) {
      bytes += size(value);
    }
    return bytes;
  }

  /** A byte for every two digits, which stand in pairs on both sides of the point, and one more. */
  private static int numberSize(String number) {
    BigDecimal value = new BigDecimal(number);
    if (value.signum() == 0) {
      return 1;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    int digits = stripped.precision();
    boolean odd = (stripped.scale() & 1) != 0;
    int pairs = (digits + (odd ? 1 : 0) + 1) / 2;
    return pairs + 1 + (value.signum() < 0 ? 1 : 0);
  }

  /** The size of a value as the function {@code size} tells it; null where it has none. */
  static @Nullable Integer length(AttributeValue value) {
    return switch (value.type()) {
      case S -> value.s().codePointCount(0, value.s().length());
      case B -> bytes(value).length;
      case L -> value.l().size();
      case M -> value.m().size();
      default -> null;
    };
  }

  /** Whether there is an order among values of this kind. */
  static boolean isOrdered(AttributeValue.Type kind) {
    return switch (kind) {
      case S, N, B -> true;
      default -> false;
    };
  }

  /** Compares two normal values of one ordered kind; null where they are not. */
  static @Nullable Integer compare(AttributeValue left, AttributeValue right) {
    if (left.type() != right.type()) {
      return null;
    }
    return switch (left.type()) {
      case S -> Utf8.compare(left.s(), right.s());
      case N -> new BigDecimal(left.n()).compareTo(new BigDecimal(right.n()));
      case B -> Arrays.compareUnsigned(bytes(left), bytes(right));
      default -> null;
    };
  }

  static boolean beginsWith(AttributeValue whole, AttributeValue prefix) {
    return switch (whole.type()) {
      case S -> prefix.s() != null && whole.s().startsWith(prefix.s());
      case B -> prefix.b() != null && beginsWith(bytes(whole), bytes(prefix));
      default -> false;
    };
  }

  private static boolean beginsWith(byte[] whole, byte[] prefix) {
    return whole.length >= prefix.length
        && Arrays.equals(whole, 0, prefix.length, prefix, 0, prefix.length);
  }

  static boolean contains(AttributeValue whole, AttributeValue part) {
    return switch (whole.type()) {
      case S -> part.s() != null && whole.s().contains(part.s());
      case B -> part.b() != null && contains(bytes(whole), bytes(part));
      case L -> whole.l().contains(part);
      default -> false;
    };
  }

  private static boolean contains(byte[] whole, byte[] part) {
    for (int from = 0; from + part.length <= whole.length; from++) {
      if (Arrays.equals(whole, from, from + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }

  private static byte[] bytes(AttributeValue value) {
    return value.b().asByteArrayUnsafe();
  }
}
