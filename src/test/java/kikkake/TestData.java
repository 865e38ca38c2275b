package kikkake;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import kikkake.catalog.Item;
import kikkake.customer.SecretHash;
import kikkake.event.Browsed;
import kikkake.event.Cancelled;
import kikkake.event.Consent;
import kikkake.event.Contact;
import kikkake.event.CustomerId;
import kikkake.event.Identified;
import kikkake.event.ItemId;
import kikkake.event.OrderId;
import kikkake.event.OrderLine;
import kikkake.event.Purchased;
import kikkake.event.Refunded;
import kikkake.event.VisitorId;
import kikkake.event.Who;
import kikkake.mail.Shown;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Builds what tests need of the shop's data; what a test does not name is ordinary. */
@NullMarked
public final class TestData {
  /** Friday 10 April 2026, noon in Tokyo. */
  public static final Instant NOON = Instant.parse("2026-04-10T03:00:00Z");

  public static final CustomerId ANNA = new CustomerId("anna");
  public static final CustomerId BEN = new CustomerId("ben");
  public static final VisitorId PHONE = new VisitorId("phone-1");
  public static final Currency YEN = Currency.getInstance("JPY");

  /** Keys as the environment gives them, one of them. */
  public static final String TOKEN_KEYS = "{\"signs\":\"k\",\"k\":\"a key that is long enough\"}";

  public static final SecretHash HASH = new SecretHash("a key that is long enough");

  /** 64 bytes of UTF-8, with what could confuse a key. */
  public static final String AWKWARD_ID = "注文 #1#注文 \"x\" M#thank-you#\\%/?&+=~ああああああzzzzz";

  /** Amounts are equal whatever zeros stand at their ends. */
  public static final RecursiveComparisonConfiguration AMOUNTS_BY_VALUE =
      RecursiveComparisonConfiguration.builder()
          .withComparatorForType(
              Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder()), BigDecimal.class)
          .build();

  private TestData() {}

  public static ItemId item(String id) {
    return new ItemId(id);
  }

  public static List<ItemId> items(String... ids) {
    return List.of(ids).stream().map(ItemId::new).toList();
  }

  /** Items as a mail showed them because they sell well. */
  public static List<Shown> shown(String... ids) {
    return List.of(ids).stream().map(id -> new Shown(new ItemId(id), "popular")).toList();
  }

  public static OrderLine line(String item) {
    return line(item, "Title of " + item, 1, "1200");
  }

  public static OrderLine line(String item, @Nullable String title, int quantity, String price) {
    return new OrderLine(new ItemId(item), title, quantity, new BigDecimal(price));
  }

  public static PurchaseBuilder purchase(String order, String... items) {
    return new PurchaseBuilder(order, items);
  }

  public static Cancelled cancelled(String order, Instant at) {
    return new Cancelled(new OrderId(order), new Who(ANNA, null), at);
  }

  public static Refunded refunded(String order, Instant at, OrderLine... lines) {
    return new Refunded(
        new OrderId(order), new OrderId(order), new Who(ANNA, null), at, List.of(lines));
  }

  public static Browsed browsed(Browsed.Action action, String item, Who who, Instant at) {
    return new Browsed(action, new ItemId(item), who, at);
  }

  public static Browsed viewed(String item, Who who, Instant at) {
    return browsed(Browsed.Action.VIEWED, item, who, at);
  }

  public static Identified signedIn(CustomerId customer, VisitorId visitor, Instant at) {
    return new Identified(customer, visitor, at, Contact.NONE);
  }

  public static Contact contact(String email) {
    return new Contact(email, null, null, null, null);
  }

  public static Contact contact(Consent consent) {
    return new Contact(null, null, null, null, consent);
  }

  public static Consent yes(Instant at) {
    return new Consent(true, at, "checkout", "2026-01");
  }

  public static Consent no(Instant at) {
    return new Consent(false, at, "account", null);
  }

  public static ItemBuilder catalogItem(String id) {
    return new ItemBuilder(id);
  }

  /** An order of {@link #ANNA} at {@link #NOON}, in yen. */
  public static final class PurchaseBuilder {
    private final String order;
    private final List<OrderLine> lines = new ArrayList<>();
    private Who who = new Who(ANNA, null);
    private Instant at = NOON;
    private Contact contact = Contact.NONE;
    private Currency currency = YEN;
    private @Nullable BigDecimal total;
    private @Nullable BigDecimal shipping;
    private @Nullable BigDecimal discount;

    private PurchaseBuilder(String order, String... items) {
      this.order = order;
      for (String item : items) {
        lines.add(line(item));
      }
    }

    public PurchaseBuilder by(CustomerId customer) {
      who = new Who(customer, null);
      return this;
    }

    public PurchaseBuilder by(Who buyer) {
      who = buyer;
      return this;
    }

    public PurchaseBuilder at(Instant time) {
      at = time;
      return this;
    }

    public PurchaseBuilder contact(Contact details) {
      contact = details;
      return this;
    }

    public PurchaseBuilder lines(OrderLine... more) {
      lines.addAll(List.of(more));
      return this;
    }

    public PurchaseBuilder currency(String code) {
      currency = Currency.getInstance(code);
      return this;
    }

    public PurchaseBuilder paid(String totalPaid, String forShipping, String off) {
      total = new BigDecimal(totalPaid);
      shipping = new BigDecimal(forShipping);
      discount = new BigDecimal(off);
      return this;
    }

    public Purchased build() {
      return new Purchased(
          new OrderId(order), who, at, contact, currency, lines, total, shipping, discount);
    }
  }

  /** A published item that is in stock, of no category and no family. */
  public static final class ItemBuilder {
    private final String id;
    private @Nullable Integer stock = 5;
    private @Nullable String category;
    private @Nullable String family;
    private boolean published = true;
    private Instant updatedAt = NOON;

    private ItemBuilder(String id) {
      this.id = id;
    }

    public ItemBuilder stock(@Nullable Integer pieces) {
      stock = pieces;
      return this;
    }

    public ItemBuilder category(String name) {
      category = name;
      return this;
    }

    public ItemBuilder family(String name) {
      family = name;
      return this;
    }

    public ItemBuilder unpublished() {
      published = false;
      return this;
    }

    public ItemBuilder updatedAt(Instant at) {
      updatedAt = at;
      return this;
    }

    public Item build() {
      return new Item(
          new ItemId(id),
          "Title of " + id,
          "https://shop.example/items/" + id.hashCode(),
          "https://shop.example/pictures/" + id.hashCode() + ".jpg",
          new BigDecimal("1200"),
          YEN,
          stock,
          category,
          family,
          published,
          updatedAt);
    }
  }
}
