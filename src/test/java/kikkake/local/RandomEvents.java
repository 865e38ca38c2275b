package kikkake.local;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import kikkake.event.AdvertisingKinds;
import kikkake.event.Browsed;
import kikkake.event.Cancelled;
import kikkake.event.Consent;
import kikkake.event.Contact;
import kikkake.event.CustomerId;
import kikkake.event.Identified;
import kikkake.event.ItemId;
import kikkake.event.ItemUpdated;
import kikkake.event.OrderId;
import kikkake.event.OrderLine;
import kikkake.event.Purchased;
import kikkake.event.Refunded;
import kikkake.event.ShopEvent;
import kikkake.event.VisitorId;
import kikkake.event.Who;
import org.jspecify.annotations.Nullable;

/** Makes events of every kind with odd but allowed contents, the same ones for the same seed. */
final class RandomEvents {
  private static final String LETTERS = "aZ09 -_/.,:\"\\{}<>&'é深蒸煎茶急須😀";
  private final RandomGenerator random;

  RandomEvents(RandomGenerator random) {
    this.random = random;
  }

  /** One event of every kind, browses with every action. */
  List<ShopEvent> oneOfEach() {
    return List.of(
        purchased(),
        new Cancelled(new OrderId(id()), who(), time()),
        refunded(),
        browsed(Browsed.Action.VIEWED),
        browsed(Browsed.Action.ADDED),
        browsed(Browsed.Action.REMOVED),
        new Identified(new CustomerId(id()), perhaps(this::visitor), time(), contact()),
        itemUpdated());
  }

  private Purchased purchased() {
    return new Purchased(
        new OrderId(id()),
        random.nextInt(5) == 0 ? Who.NOBODY : who(),
        time(),
        random.nextBoolean() ? Contact.NONE : contact(),
        currency(),
        lines(1),
        perhaps(this::amount),
        perhaps(this::amount),
        perhaps(this::amount));
  }

  private Refunded refunded() {
    OrderId order = perhaps(() -> new OrderId(id()));
    OrderId refund = order != null && random.nextBoolean() ? order : new OrderId(id());
    return new Refunded(refund, order, who(), time(), lines(order == null ? 1 : 0));
  }

  private Browsed browsed(Browsed.Action action) {
    return new Browsed(action, new ItemId(id()), who(), time());
  }

  private ItemUpdated itemUpdated() {
    return new ItemUpdated(
        new ItemId(id()),
        time(),
        text(1, 500),
        perhaps(() -> "https://shop.example.com/items/" + random.nextInt(1_000)),
        perhaps(() -> "HTTP://images.example.com/a?b=c&d=" + random.nextInt(1_000)),
        perhaps(this::amount),
        perhaps(this::currency),
        perhaps(() -> random.nextInt(1_000_000_001)),
        perhaps(() -> text(1, 200)),
        perhaps(() -> text(1, 200)),
        random.nextBoolean());
  }

  private Contact contact() {
    return new Contact(
        perhaps(() -> "c" + random.nextInt(1_000) + "@example.com"),
        perhaps(() -> text(1, 200)),
        perhaps(() -> random.nextBoolean() ? "ja" : "en-GB"),
        perhaps(() -> random.nextBoolean() ? "Asia/Tokyo" : "Mars/Olympus"),
        perhaps(this::consent),
        AdvertisingKinds.ALL.stream()
            .sorted()
            .filter(kind -> random.nextInt(4) == 0)
            .map(kind -> {
              Consent all = consent();
              return new Consent(all.advertising(), all.at(), all.source(), all.wording(), kind);
            })
            .toList());
  }

  private Consent consent() {
    return new Consent(
        random.nextBoolean(), time(), perhaps(() -> text(1, 100)), perhaps(() -> text(1, 100)));
  }

  private Who who() {
    return switch (random.nextInt(3)) {
      case 0 -> new Who(new CustomerId(id()), null);
      case 1 -> new Who(null, visitor());
      default -> new Who(new CustomerId(id()), visitor());
    };
  }

  private VisitorId visitor() {
    return new VisitorId(id());
  }

  private List<OrderLine> lines(int min) {
    return Stream.generate(() ->
            new OrderLine(
                new ItemId(id()),
                perhaps(() -> text(1, 500)),
                random.nextInt(1, 1_000_001),
                amount()))
        .limit(random.nextInt(min, 6))
        .toList();
  }

  /** At most 12 digits before the point and 6 after it, zeros at the end included. */
  private BigDecimal amount() {
    int scale = random.nextInt(-3, 7);
    long digits = random.nextLong(random.nextBoolean() ? 100 : 1_000_000_000L);
    return BigDecimal.valueOf(digits, scale);
  }

  private Currency currency() {
    return Currency.getInstance(List.of("JPY", "GBP", "KWD").get(random.nextInt(3)));
  }

  private Instant time() {
    long second = random.nextLong(631_152_000L, 4_102_444_800L);
    return Instant.ofEpochSecond(second, random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
  }

  private String id() {
    return text(1, 16);
  }

  /** A text without spaces at its ends, at most 64 bytes where it has 16 letters. */
  private String text(int min, int max) {
    int length = random.nextInt(min, max + 1);
    StringBuilder text = new StringBuilder();
    int[] letters = LETTERS.codePoints().toArray();
    while (text.length() < length - 1) {
      text.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    String stripped = text.toString().strip();
    return stripped.isEmpty() ? "x" : stripped;
  }

  private <T> @Nullable T perhaps(Supplier<T> value) {
    return random.nextInt(3) == 0 ? null : value.get();
  }
}
