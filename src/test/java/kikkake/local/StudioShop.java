package kikkake.local;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kikkake.event.Consent;
import kikkake.event.Contact;
import kikkake.event.CustomerId;
import kikkake.event.ItemId;
import kikkake.event.OrderId;
import kikkake.event.OrderLine;
import kikkake.event.Purchased;
import kikkake.event.Who;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import kikkake.template.BuiltInTemplates;
import kikkake.template.DynamoTemplates;
import kikkake.template.Publication;
import kikkake.template.TemplateStore;
import org.jspecify.annotations.Nullable;

/** A shop with its studio, as {@code ./kikkake serve} runs it, whose customers buy when asked. */
final class StudioShop implements AutoCloseable {
  private final LocalDynamo dynamo = LocalDynamo.embedded();
  private final LocalInbox inbox = new LocalInbox();
  private final ShopPages pages = new ShopPages(new InboxPages(inbox, ZoneId.of("Asia/Tokyo")));
  final LocalStack stack =
      new LocalStack(
          dynamo, InstantSource.system(), inbox, 0, pages, LocalShop::sample, LocalStack.NO_LOG);

  StudioShop() {
    SampleShelf.fill(stack.functions(), InstantSource.system());
    pages.serve(stack);
  }

  String url(String path) {
    return stack.aws().endpoint() + path;
  }

  /** Somebody who wants adverts buys tea; the thank-you goes at once. */
  ReceivedMail buy(String customer, String order, String name, String language) {
    Instant before = Instant.now().minusSeconds(60);
    return buy(order(customer, order, name, language, new Consent(true, before, "checkout", "1")));
  }

  /** An order of now. */
  static Purchased order(
      String customer, String order, String name, String language, @Nullable Consent consent) {
    return new Purchased(
        new OrderId(order),
        new Who(new CustomerId(customer), null),
        Instant.now(),
        new Contact(customer + "@example.com", name, language, "Asia/Tokyo", consent),
        SampleItem.YEN,
        List.of(new OrderLine(new ItemId("sencha-100"), "煎茶 100g", 2, new BigDecimal("1200"))),
        null,
        null,
        null);
  }

  ReceivedMail buy(Purchased order) {
    String customer = Objects.requireNonNull(order.who().customer()).value();
    stack.functions().put(EventWriter.write(order));
    Set<String> before =
        inbox.mails().stream().map(ReceivedMail::messageId).collect(Collectors.toSet());
    stack.functions().drain(Instant.now());
    // What the first round hinted at is visible a moment later.
    stack.functions().drain(Instant.now());
    return inbox.mails().stream()
        .filter(mail -> !before.contains(mail.messageId()))
        .filter(mail -> mail.to().contains(customer + "@example.com"))
        .findFirst()
        .orElseThrow(() ->
            new AssertionError(
                "No mail came for "
                    + order.order()
                    + ": "
                    + stack.wiring().why().tell(new CustomerId(customer), "").lines(false)));
  }

  private TemplateStore templates() {
    return new DynamoTemplates(
        new DynamoTable(dynamo.client(), LocalTable.NAME, new DynamoUsage()),
        new BuiltInTemplates(),
        InstantSource.system());
  }

  /** What was published of a mail, the latest first. */
  List<Publication> publications(String kind, String language) {
    return templates().publications(kind, language).latestFirst();
  }

  /** How many versions of a mail were saved. */
  int versions(String kind, String language) {
    return templates().versions(kind, language).size();
  }

  List<ReceivedMail> mails() {
    return inbox.mails();
  }

  @Override
  public void close() {
    stack.close();
    dynamo.close();
  }
}
