package kikkake.studio;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kikkake.event.CustomerId;
import kikkake.lint.DifficultSamples;
import kikkake.lint.Sample;
import kikkake.mail.LatestMails;
import kikkake.mail.Ledger;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import kikkake.mail.PlannedMail;
import kikkake.mail.Rehearsal;
import kikkake.template.MailModel;

/**
 * Whom a mail is tried on: real customers, found by chance or by their number, and difficult ones
 * that were made up. What was found is kept for some minutes.
 */
final class Samples {
  /** So many real customers of a language the gate before publishing tries. */
  static final int TRIED = 20;

  private static final int LOOKED_AT = 60;

  /** Of what is shown: an erased customer is gone that soon. */
  private static final Duration FOR_THE_EYE = Duration.ofMinutes(1);

  /** Of what the check tries and does not show: a keystroke costs no reads. */
  private static final Duration FOR_THE_CHECK = Duration.ofMinutes(10);

  private static final String DIFFICULT = "difficult-";

  private final LatestMails latest;
  private final Ledger ledger;
  private final Rehearsal rehearsal;
  private final ShortMemory<List<MailKey>> keys;
  private final ShortMemory<Optional<Sample>> samples;
  private final ShortMemory<List<Sample>> tried;

  Samples(LatestMails latest, Ledger ledger, Rehearsal rehearsal, InstantSource clock) {
    this.latest = latest;
    this.ledger = ledger;
    this.rehearsal = rehearsal;
    this.keys = new ShortMemory<>(clock, FOR_THE_CHECK);
    this.samples = new ShortMemory<>(clock, FOR_THE_EYE);
    this.tried = new ShortMemory<>(clock, FOR_THE_CHECK);
  }

  /** A mail in one language. */
  record Mail(MailKind kind, String language) {
    String name() {
      return kind.label() + "/" + language;
    }
  }

  /**
   * Somebody to try a mail on.
   *
   * @param id for {@link #find}
   * @param real whether it is a customer of the shop
   */
  record Choice(String id, String label, boolean real) {}

  /** Real customers of a language, the latest first; then the difficult ones. */
  List<Choice> choices(Mail mail, Words words) {
    List<Choice> choices = new ArrayList<>(keys(mail).stream().map(key -> choice(key)).toList());
    List<Sample> difficult = DifficultSamples.of(mail.kind().label(), words.language());
    for (int i = 0; i < difficult.size(); i++) {
      choices.add(new Choice(DIFFICULT + i, difficult.get(i).name(), false));
    }
    return choices;
  }

  /**
   * Real customers whose number or order is searched for: the number exactly, an order among those
   * that were found.
   */
  List<Choice> search(Mail mail, String wanted) {
    List<MailKey> found = new ArrayList<>();
    if (isCustomer(wanted)) {
      ledger.of(new CustomerId(wanted)).stream()
          .map(PlannedMail::key)
          .flatMap(key -> as(mail.kind(), key).stream())
          .forEach(found::add);
    }
    keys(mail).stream()
        .filter(
            key -> key.businessKey().contains(wanted) || key.customer().value().contains(wanted))
        .forEach(found::add);
    return found.stream().distinct().limit(TRIED).map(Samples::choice).toList();
  }

  /**
   * One of them, as the mail would show it now; empty where there is no such customer or order any
   * more, or nothing to put into the mail.
   */
  Optional<Sample> find(Mail mail, String id, Words words) {
    if (id.startsWith(DIFFICULT)) {
      List<Sample> difficult = DifficultSamples.of(mail.kind().label(), words.language());
      int number = Form.number(id.substring(DIFFICULT.length()), "sample");
      return number < difficult.size() ? Optional.of(difficult.get(number)) : Optional.empty();
    }
    return key(id).filter(key -> key.kind() == mail.kind()).flatMap(key -> sample(mail, key));
  }

  /** Real customers for the gate before publishing. */
  List<Sample> real(Mail mail) {
    return tried.get(
        mail.name(),
        () -> keys(mail).stream().flatMap(key -> sample(mail, key).stream()).limit(TRIED).toList());
  }

  private Optional<Sample> sample(Mail mail, MailKey key) {
    return samples.get(
        mail.name() + " " + key.sendId(),
        () ->
            rehearsal
                .of(key, mail.language())
                .filter(Rehearsal.Outcome.Model.class::isInstance)
                .filter(outcome -> fits(mail, (Rehearsal.Outcome.Model) outcome))
                .map(outcome ->
                    new Sample(choice(key).label(), ((Rehearsal.Outcome.Model) outcome).model())));
  }

  /** What is not as documented is no fault of a template, and is not tried. */
  private static boolean fits(Mail mail, Rehearsal.Outcome.Model outcome) {
    return MailModel.of(mail.kind().label()).misfits(outcome.model()).isEmpty();
  }

  /** Of the mail itself; a recommendation can be tried on whoever was thanked, too. */
  private List<MailKey> keys(Mail mail) {
    return keys.get(
        mail.name(),
        () -> {
          List<PlannedMail> mails = new ArrayList<>(latest.of(mail.kind(), LOOKED_AT));
          if (mail.kind() == MailKind.RECOMMENDATION && mails.size() < TRIED) {
            mails.addAll(latest.of(MailKind.THANK_YOU, LOOKED_AT));
          }
          Map<CustomerId, MailKey> byCustomer = new LinkedHashMap<>();
          for (PlannedMail each : mails) {
            if (byCustomer.size() == TRIED) {
              break;
            }
            if (!byCustomer.containsKey(each.key().customer()) && speaks(each, mail)) {
              as(mail.kind(), each.key()).ifPresent(key -> byCustomer.put(key.customer(), key));
            }
          }
          return List.copyOf(byCustomer.values());
        });
  }

  private boolean speaks(PlannedMail planned, Mail mail) {
    String template = planned.template();
    String tag =
        template == null
            ? rehearsal.language(planned.key().customer())
            : template.substring(template.indexOf('/') + 1);
    return tag.startsWith("ja") == mail.language().equals("ja");
  }

  /** The same order's mail of another kind. */
  private static Optional<MailKey> as(MailKind kind, MailKey key) {
    boolean ofOrders = kind != MailKind.BROWSE_FOLLOW_UP && key.kind() != MailKind.BROWSE_FOLLOW_UP;
    return key.kind() == kind
        ? Optional.of(key)
        : ofOrders
            ? Optional.of(new MailKey(key.customer(), kind, key.businessKey()))
            : Optional.empty();
  }

  private static Choice choice(MailKey key) {
    return new Choice(key.sendId(), key.customer() + " · " + key.businessKey(), true);
  }

  private static Optional<MailKey> key(String id) {
    try {
      return Optional.of(MailKey.ofSendId(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // None that we ever wrote into a page.
    }
  }

  private static boolean isCustomer(String text) {
    try {
      return !new CustomerId(text).value().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
