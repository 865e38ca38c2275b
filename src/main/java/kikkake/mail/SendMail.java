package kikkake.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kikkake.event.CustomerId;
import kikkake.event.Who;
import kikkake.history.History;
import kikkake.template.PublishedTemplates;
import kikkake.template.Template;
import kikkake.template.Templates;
import org.jspecify.annotations.Nullable;

/**
 * Sends one planned mail, once: claims it, asks the gates, renders it, asks again what must not be
 * got wrong, hands it over, and writes down what came of it. Everything that speaks against it is
 * asked after the claim.
 */
public final class SendMail {
  private static final Duration WAIT_AFTER_FAILURE = Duration.ofMinutes(5);
  private static final Duration WAIT_FOR_TURN = Duration.ofMinutes(1);
  private static final String COMPOSE = "compose";

  private final Ledger ledger;
  private final Recipients recipients;
  private final History history;
  private final SettingsStore settings;
  private final GateKeeper gates;
  private final Map<MailKind, Composer> composers = new EnumMap<>(MailKind.class);
  private final PublishedTemplates templates;
  private final Rendering rendering;
  private final HandOver handOver;
  private final InstantSource clock;
  private final Supplier<String> owners;

  /**
   * A sender with all that it asks.
   *
   * @param gates in the order in which they are asked
   * @param owners gives each claim its own name
   */
  public SendMail(
      Ledger ledger,
      Recipients recipients,
      History history,
      SettingsStore settings,
      List<Gate> gates,
      List<Composer> composers,
      PublishedTemplates templates,
      Rendering rendering,
      HandOver handOver,
      InstantSource clock,
      Supplier<String> owners) {
    this.ledger = ledger;
    this.recipients = recipients;
    this.history = history;
    this.settings = settings;
    this.gates = new GateKeeper(gates);
    composers.forEach(composer -> this.composers.put(composer.kind(), composer));
    this.templates = templates;
    this.rendering = rendering;
    this.handOver = handOver;
    this.clock = clock;
    this.owners = owners;
  }

  /**
   * Begins a batch of mails: all of them get the templates that are published when the first is
   * made.
   *
   * @param trouble is told of each mail for which a published template could not be rendered, and
   *     one that was good before it was taken; names the template, not the customer
   * @return sends a mail if it is due, wanted and allowed; a hint that is wrong changes nothing
   */
  public Consumer<MailKey> batch(Consumer<String> trouble) {
    Batch batch = new Batch(templates, trouble);
    return key -> send(key, batch);
  }

  /** What the mails of a batch share. */
  private static final class Batch {
    private final PublishedTemplates published;
    private final Consumer<String> trouble;
    private @Nullable Templates templates;

    Batch(PublishedTemplates published, Consumer<String> trouble) {
      this.published = published;
      this.trouble = trouble;
    }

    List<Template> find(MailKind kind, String language) {
      Templates known = templates;
      if (known == null) {
        known = published.now();
        templates = known;
      }
      return known.find(kind.label(), language);
    }
  }

  private void send(MailKey key, Batch batch) {
    Settings current = settings.read();
    String rules = gates.rules(current);
    Optional<Claim> claim =
        ledger.claim(key, owners.get(), clock.instant(), current.settleAfter(), rules);
    if (claim.isEmpty()) {
      return;
    }
    DecisionWriter writer = new DecisionWriter(ledger, claim.get(), rules, clock);
    Optional<Ready> ready;
    try {
      ready = prepare(claim.get(), current, batch, writer);
    } catch (RuntimeException e) {
      // Nothing reached SES: the mail may be tried again.
      writer.hold("failure", clock.instant().plus(WAIT_AFTER_FAILURE), Reason.FAILED.label());
      throw e;
    }
    ready.ifPresent(
        mail -> handOver.send(mail.mail(), mail.template(), mail.shown(), current, writer));
  }

  private record Ready(OutgoingMail mail, Template template, List<Shown> shown) {}

  /** What a mail is made of. */
  private record Content(List<Template> toTry, Composition.Ready composed, Batch batch) {}

  /** Decides and renders; empty where the mail does not go now, which is then written down. */
  private Optional<Ready> prepare(
      Claim claim, Settings current, Batch batch, DecisionWriter writer) {
    PlannedMail mail = claim.mail();
    MailKind kind = mail.key().kind();
    CustomerId customer = mail.key().customer();
    Situation situation =
        new Situation(
            mail,
            kind.advertising(),
            clock.instant(),
            current,
            recipients.look(customer),
            new Situation.Past(
                () -> history.of(customer),
                () -> history.views(new Who(customer, null)),
                () -> ledger.of(customer)));
    if (!writer.letThrough(gates.ask(situation))) {
      return Optional.empty();
    }
    boolean recommends = kind.advertising() || mayRecommend(situation, writer);
    String language = situation.profile().language();
    List<Template> toTry = batch.find(kind, language == null ? current.language() : language);
    Composer composer = composers.get(kind);
    if (composer == null) {
      throw new IllegalStateException("Nothing composes " + kind.label());
    }
    return switch (composer.compose(situation, toTry.getFirst().language(), recommends)) {
      case Composition.Skip skip -> {
        writer.skip(COMPOSE, skip.reason());
        yield Optional.empty();
      }
      case Composition.Ready ready ->
          lastLook(claim, situation, new Content(toTry, ready, batch), writer);
    };
  }

  /**
   * Whether a mail that is not advertising may carry some: asked of every gate, as advertising. A
   * mail that may have gone already does not advertise a second time.
   */
  private boolean mayRecommend(Situation situation, DecisionWriter writer) {
    if (situation.mail().mayHaveGone()) {
      return false;
    }
    GateKeeper.Answer answer = gates.ask(situation.asAdvertising());
    switch (answer.verdict()) {
      case Verdict.Go go -> {
        return true;
      }
      case Verdict.Hold hold -> writer.shorten(answer.gate(), hold.reason());
      case Verdict.Skip skip -> writer.shorten(answer.gate(), skip.reason());
    }
    return false;
  }

  /** Asks once more at the last moment: somebody may have refused while the mail was made. */
  private Optional<Ready> lastLook(
      Claim claim, Situation before, Content content, DecisionWriter writer) {
    Composition.Ready ready = content.composed();
    boolean advertising = before.advertising() || !ready.shown().isEmpty();
    Rendering.Rendered rendered =
        rendering.render(
            claim,
            before.profile(),
            content.toTry(),
            ready.model(),
            advertising,
            before.now(),
            content.batch().trouble);
    OutgoingMail mail = rendered.mail();
    if (!handOver.awaitTurn(before.settings())) {
      writer.hold("pace", clock.instant().plus(WAIT_FOR_TURN), Reason.PACED.label());
      return Optional.empty();
    }
    Recipient recipient = recipients.lookAgain(mail.key().customer(), mail.to());
    Instant now = clock.instant();
    if (!now.isBefore(claim.leaseUntil()) || wentMeanwhile(claim)) {
      return Optional.empty(); // It is not ours any more, and whoever has it writes what happens.
    }
    Situation after = before.with(recipient, now);
    if (!writer.letThrough(gates.askAgain(after))) {
      return Optional.empty();
    }
    if (advertising && !before.advertising()) {
      GateKeeper.Answer answer = gates.askAgain(after.asAdvertising());
      if (!(answer.verdict() instanceof Verdict.Go)) {
        writer.hold(answer.gate(), now, Reason.CHANGED_MEANWHILE.label());
        return Optional.empty(); // The next look leaves the recommendations out.
      }
    }
    if (recipient.sending().mode() == SendingSwitch.Mode.DRY_RUN) {
      writer.skip("switch", Reason.DRY_RUN);
      return Optional.empty();
    }
    return Optional.of(new Ready(mail, rendered.template(), ready.shown()));
  }

  /** Whether an earlier try turned out to have reached SES, for a mail of which nobody knew. */
  private boolean wentMeanwhile(Claim claim) {
    return claim.mail().mayHaveGone()
        && ledger
            .find(claim.mail().key())
            .map(mail -> !(mail.state() instanceof MailState.Claimed))
            .orElse(true);
  }
}
