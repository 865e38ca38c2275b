package kikkake.local.simulate;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where an item is. Partitions stand in an order that means nothing, as in DynamoDB, and is always
 * the same; the items of one stand in the order of their sort key.
 */
record Key(String pk, String sk) {
  static final String PK = "pk";
  static final String SK = "sk";

  static final Comparator<Key> ORDER =
      (left, right) -> {
        int order = Integer.compare(place(left.pk), place(right.pk));
        if (order == 0) {
          order = Utf8.compare(left.pk, right.pk);
        }
        return order != 0 ? order : Utf8.compare(left.sk, right.sk);
      };

  private static final int MAX_PK_BYTES = 2_048;
  private static final int MAX_SK_BYTES = 1_024;

  private static final String BAD_START = "The provided starting key is invalid";

  /** Of the empty text, which is no key, before all others. */
  private static int place(String pk) {
    return pk.isEmpty() ? Integer.MIN_VALUE : pk.hashCode();
  }

  /** Reads a key that a request names: these two attributes and no other. */
  static Key of(Map<String, AttributeValue> attributes) {
    if (attributes.size() != 2) {
      throw Refusal.invalid("The provided key element does not match the schema");
    }
    return in(attributes, "The provided key element does not match the schema");
  }

  /** The key in an item that is to be written. */
  static Key ofItem(Map<String, AttributeValue> item) {
    return in(item, "One or more parameter values were invalid: Missing the key, or its type");
  }

  private static Key in(Map<String, AttributeValue> attributes, String otherwise) {
    String pk = text(attributes.get(PK));
    String sk = text(attributes.get(SK));
    if (pk == null || sk == null) {
      throw Refusal.invalid(otherwise);
    }
    checkText(PK, pk, MAX_PK_BYTES);
    checkText(SK, sk, MAX_SK_BYTES);
    return new Key(pk, sk);
  }

  private static @Nullable String text(@Nullable AttributeValue value) {
    return value == null ? null : value.s();
  }

  private static void checkText(String name, String text, int maxBytes) {
    if (text.isEmpty()) {
      throw Refusal.invalid(
          "One or more parameter values are not valid. The AttributeValue for a key attribute"
              + " cannot contain an empty string value. Key: "
              + name);
    }
    if (Utf8.length(text) > maxBytes) {
      throw Refusal.invalid(
          "One or more parameter values were invalid: Size of key "
              + name
              + " has exceeded "
              + maxBytes
              + " bytes");
    }
  }

  Map<String, AttributeValue> attributes() {
    Map<String, AttributeValue> attributes = LinkedHashMap.newLinkedHashMap(2);
    attributes.put(PK, AttributeValue.fromS(pk));
    attributes.put(SK, AttributeValue.fromS(sk));
    return attributes;
  }

  @Override
  public String toString() {
    return pk + " " + sk;
  }

  /** An item's place in the index {@code due}: it is there only while it has both attributes. */
  record Due(String shard, String at, Key key) {
    static final String SHARD = "dueShard";
    static final String AT = "dueAt";

    private static final Key FIRST = new Key("", "");

    static final Comparator<Due> ORDER =
        (left, right) -> {
          int order = Utf8.compare(left.shard, right.shard);
          if (order == 0) {
            order = Utf8.compare(left.at, right.at);
          }
          return order != 0 ? order : Key.ORDER.compare(left.key, right.key);
        };

    /** Where an item of these attributes stands in the index; null where it does not. */
    static @Nullable Due of(Key key, Map<String, AttributeValue> item) {
      String shard = text(SHARD, item.get(SHARD), MAX_PK_BYTES);
      String at = text(AT, item.get(AT), MAX_SK_BYTES);
      return shard == null || at == null ? null : new Due(shard, at, key);
    }

    /** Before all entries of a shard from a time on. */
    static Due first(String shard, String at) {
      return new Due(shard, at, FIRST);
    }

    /** Reads the key that a query is to go on from. */
    static Due ofStart(Map<String, AttributeValue> attributes) {
      Due due = of(in(attributes, BAD_START), attributes);
      if (due == null || attributes.size() != 2 + 2) {
        throw Refusal.invalid(BAD_START);
      }
      return due;
    }

    private static @Nullable String text(
        String name, @Nullable AttributeValue value, int maxBytes) {
      if (value == null) {
        return null;
      }
      String text = value.s();
      if (text == null) {
        throw Refusal.invalid(
            "One or more parameter values were invalid: Type mismatch for Index Key " + name);
      }
      checkText(name, text, maxBytes);
      return text;
    }

    Map<String, AttributeValue> attributes() {
      Map<String, AttributeValue> attributes = key.attributes();
      attributes.put(SHARD, AttributeValue.fromS(shard));
      attributes.put(AT, AttributeValue.fromS(at));
      return attributes;
    }

    /** The bytes of names and values. */
    int size() {
      return PK.length()
          + SK.length()
          + SHARD.length()
          + AT.length()
          + Utf8.length(key.pk)
          + Utf8.length(key.sk)
          + Utf8.length(shard)
          + Utf8.length(at);
    }
  }
}
