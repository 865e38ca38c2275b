package kikkake.local.world;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import kikkake.event.Consent;
import kikkake.event.Contact;
import kikkake.event.CustomerId;
import kikkake.event.Identified;
import kikkake.event.ItemId;
import kikkake.event.OrderId;
import kikkake.event.OrderLine;
import kikkake.event.Purchased;
import kikkake.event.Who;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import kikkake.mail.MailState;
import kikkake.mail.Mailer;
import kikkake.mail.PlannedMail;

/**
 * Kills each path before and after every one of its requests, once each, in worlds where nothing
 * else goes wrong: one customer, one order.
 */
public final class CrashMatrix {
  private static final Instant START = Instant.parse("2026-06-10T03:00:00Z");
  private static final CustomerId CUSTOMER = new CustomerId("shopper0");
  private static final String ORDER = "shopper0-o0";

  /** The second sender is the recommendation's. */
  private static final List<CrashPoint.Path> PATHS =
      List.of(
          new CrashPoint.Path("purchase", "event", 2),
          new CrashPoint.Path("send thank-you", "send", 1),
          new CrashPoint.Path("release", "release", 1),
          new CrashPoint.Path("send recommendation", "send", 2),
          new CrashPoint.Path("feedback", "feedback", 1));

  /** SES takes every mail, and no answer of it arrives: only its events tell. */
  private static final Variation NO_ANSWERS =
      new Variation() {
        @Override
        public String name() {
          return "no answers";
        }

        @Override
        public Mailer mailer(Mailer mailer) {
          return mail -> {
            mailer.send(mail);
            return new Mailer.Answer.Unknown("ses-no-answer");
          };
        }
      };

  private CrashMatrix() {}

  /**
   * What came of one crash.
   *
   * @param request before or after which the path was killed
   * @param thanks how many thank-you mails SES accepted
   * @param recommendations how many recommendation mails
   * @param states of both mails in the end
   * @param wrong what should not be; empty where all is well
   */
  public record Row(
      String path,
      String request,
      boolean after,
      long thanks,
      long recommendations,
      String states,
      List<String> wrong) {
    public Row {
      wrong = List.copyOf(wrong);
    }
  }

  private record Moment(int number, String request, boolean after) {}

  /** Every path, killed at every moment, in the product or a variation of it. */
  public static List<Row> rows(Variation variation) {
    List<Row> rows = new ArrayList<>();
    PATHS.forEach(path -> rows.addAll(rows(path, variation)));
    return rows;
  }

  /** The product as it is; feedback is also told of mails whose answers were lost. */
  static List<Row> rows() {
    List<Row> rows = new ArrayList<>(rows(Variation.NONE));
    rows.addAll(rows(new CrashPoint.Path("feedback in doubt", "feedback", 1), NO_ANSWERS));
    return rows;
  }

  private static List<Row> rows(CrashPoint.Path path, Variation variation) {
    List<Row> rows = new ArrayList<>();
    List<Moment> moments = new ArrayList<>();
    world(
        variation,
        new CrashPoint(
            path, -1, (number, request, after) -> moments.add(new Moment(number, request, after))));
    for (Moment moment : moments) {
      World world =
          world(variation, new CrashPoint(path, moment.number, (number, request, after) -> {}));
      rows.add(row(path, moment, world));
    }
    return rows;
  }

  private static World world(Variation variation, CrashPoint crashPoint) {
    House house = new House(2, 5, 21, 8);
    World world = new World(1, START, variation, true, house, crashPoint, null);
    house.furnish(world);
    Script.stock(world);
    world.witness().knows(CUSTOMER, ZoneId.of("Asia/Tokyo"));
    Consent consent = new Consent(true, START.minus(Duration.ofDays(9)), "shop", "v1");
    Contact contact = new Contact(CUSTOMER + "@example.com", null, "en", "Asia/Tokyo", consent);
    Person.tell(world, START, new Identified(CUSTOMER, null, START, contact));
    Instant at = START.plusSeconds(60);
    Purchased purchase =
        new Purchased(
            new OrderId(ORDER),
            new Who(CUSTOMER, null),
            at,
            Contact.NONE,
            Currency.getInstance("JPY"),
            List.of(new OrderLine(new ItemId("i0"), null, 1, BigDecimal.TEN)),
            null,
            null,
            null);
    world.witness().expects(purchase);
    Person.tell(world, at, purchase);
    world.run();
    return world;
  }

  private static Row row(CrashPoint.Path path, Moment moment, World world) {
    List<String> wrong = new ArrayList<>(world.witness().judge());
    long thanks = accepted(world, MailKind.THANK_YOU);
    long recommendations = accepted(world, MailKind.RECOMMENDATION);
    if (world.counts().getOrDefault("crashes", 0) != 1) {
      wrong.add("nobody was killed");
    }
    if (thanks == 0) {
      wrong.add("the thank-you was lost");
    }
    boolean isInDoubt = mail(world, MailKind.RECOMMENDATION).state() instanceof MailState.InDoubt;
    if (recommendations == 0 && !isInDoubt) {
      wrong.add("the recommendation was lost");
    }
    String states =
        mail(world, MailKind.THANK_YOU).state().label()
            + " "
            + mail(world, MailKind.RECOMMENDATION).state().label();
    return new Row(
        path.name(), moment.request, moment.after, thanks, recommendations, states, wrong);
  }

  private static long accepted(World world, MailKind kind) {
    return world.ses().accepted().stream().filter(a -> a.key().kind() == kind).count();
  }

  private static PlannedMail mail(World world, MailKind kind) {
    return world.http().ledger.find(new MailKey(CUSTOMER, kind, ORDER)).orElseThrow();
  }

  static int print(PrintWriter out) {
    String line = "%-20s %-7s %-58s %6s %6s  %s%n";
    out.printf(Locale.ROOT, line, "path", "killed", "request", "thanks", "recomm", "in the end");
    List<Row> rows = rows();
    for (Row row : rows) {
      out.printf(
          Locale.ROOT,
          line,
          row.path,
          row.after ? "after" : "before",
          row.request,
          row.thanks,
          row.recommendations,
          row.states + (row.wrong.isEmpty() ? "" : "  WRONG: " + String.join("; ", row.wrong)));
    }
    long wrong = rows.stream().filter(row -> !row.wrong.isEmpty()).count();
    out.println(rows.size() + " crashes, " + wrong + " with something wrong");
    return wrong == 0 ? 0 : 1;
  }
}
