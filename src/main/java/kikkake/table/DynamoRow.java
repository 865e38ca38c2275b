package kikkake.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One row of the table, to be filled and read by name; what is null is not stored. Times are whole
 * seconds.
 */
public final class DynamoRow {
  static final String PK = "pk";
  static final String SK = "sk";
  static final String TTL = "ttl";

  private final Map<String, AttributeValue> attributes;

  private DynamoRow(Map<String, AttributeValue> attributes) {
    this.attributes = attributes;
  }

  public static DynamoRow of(DynamoKey key) {
    return new DynamoRow(new LinkedHashMap<>(key.attributes()));
  }

  static DynamoRow read(Map<String, AttributeValue> attributes) {
    return new DynamoRow(attributes);
  }

  public DynamoRow text(String name, @Nullable String value) {
    return set(name, value == null ? null : AttributeValue.fromS(value));
  }

  public DynamoRow number(String name, @Nullable Number value) {
    return set(name, value == null ? null : AttributeValue.fromN(value.toString()));
  }

  public DynamoRow time(String name, @Nullable Instant value) {
    return number(name, value == null ? null : value.getEpochSecond());
  }

  public DynamoRow flag(String name, boolean value) {
    return set(name, AttributeValue.fromBool(value));
  }

  /** A text, compressed; ids and titles that resemble each other need a third of their room. */
  public DynamoRow packed(String name, String text) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return set(name, AttributeValue.fromB(SdkBytes.fromByteArray(packed.toByteArray())));
  }

  public DynamoRow texts(String name, List<String> values) {
    return set(name, AttributeValue.fromL(values.stream().map(AttributeValue::fromS).toList()));
  }

  /** Lets DynamoDB delete the row some time after {@code when}. */
  public DynamoRow expires(Instant when) {
    return time(TTL, when);
  }

  private DynamoRow set(String name, @Nullable AttributeValue value) {
    if (value != null) {
      attributes.put(name, value);
    }
    return this;
  }

  public DynamoKey key() {
    return new DynamoKey(requiredText(PK), requiredText(SK));
  }

  public @Nullable String text(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? null : value.s();
  }

  public String requiredText(String name) {
    return required(name, text(name));
  }

  public @Nullable BigDecimal number(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? null : new BigDecimal(value.n());
  }

  public int whole(String name, int ifAbsent) {
    BigDecimal value = number(name);
    return value == null ? ifAbsent : value.intValueExact();
  }

  public @Nullable Instant time(String name) {
    BigDecimal value = number(name);
    return value == null ? null : Instant.ofEpochSecond(value.longValueExact());
  }

  public Instant requiredTime(String name) {
    return required(name, time(name));
  }

  public boolean flag(String name) {
    AttributeValue value = attributes.get(name);
    return value != null && Boolean.TRUE.equals(value.bool());
  }

  /** A text that was {@link #packed(String, String)}. */
  public @Nullable String packed(String name) {
    if (!attributes.containsKey(name)) {
      return null;
    }
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes(name)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes(String name) {
    return required(name, attributes.get(name)).b().asByteArray();
  }

  public String requiredPacked(String name) {
    return required(name, packed(name));
  }

  public List<String> texts(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? List.of() : value.l().stream().map(AttributeValue::s).toList();
  }

  Map<String, AttributeValue> attributes() {
    return attributes;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DynamoRow row && row.attributes.equals(attributes);
  }

  @Override
  public int hashCode() {
    return attributes.hashCode();
  }

  private <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("A row of the table has no attribute " + name);
    }
    return value;
  }
}
