package kikkake.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kikkake.customer.Customers;
import kikkake.customer.Profile;
import kikkake.template.BuiltInTemplates;
import kikkake.template.RenderedMail;
import kikkake.template.Renderer;
import kikkake.template.Template;
import org.jspecify.annotations.Nullable;

/**
 * Sends one planned mail, once: claims it, asks again whether it may and should go, renders it,
 * hands it over, and writes down what came of it. Everything that speaks against it is asked after
 * the claim.
 */
public final class SendMail {
  private static final Duration WAIT_FOR_ADDRESS = Duration.ofHours(1);
  private static final Duration BACK_OFF = Duration.ofMinutes(1);
  private static final Duration WAIT_AFTER_FAILURE = Duration.ofMinutes(5);

  private final Ledger ledger;
  private final Customers customers;
  private final Suppressions suppressions;
  private final SettingsStore settings;
  private final Map<MailKind, Composer> composers = new EnumMap<>(MailKind.class);
  private final BuiltInTemplates templates;
  private final Renderer renderer = new Renderer();
  private final Shop shop;
  private final Tokens tokens;
  private final Mailer mailer;
  private final InstantSource clock;
  private final Supplier<String> owners;

  /**
   * A sender with all that it asks.
   *
   * @param owners gives each claim its own name
   */
  public SendMail(
      Ledger ledger,
      Customers customers,
      Suppressions suppressions,
      SettingsStore settings,
      List<Composer> composers,
      BuiltInTemplates templates,
      Shop shop,
      Tokens tokens,
      Mailer mailer,
      InstantSource clock,
      Supplier<String> owners) {
    this.ledger = ledger;
    this.customers = customers;
    this.suppressions = suppressions;
    this.settings = settings;
    composers.forEach(composer -> this.composers.put(composer.kind(), composer));
    this.templates = templates;
    this.shop = shop;
    this.tokens = tokens;
    this.mailer = mailer;
    this.clock = clock;
    this.owners = owners;
    templates.all().forEach(renderer::prepare);
  }

  /** Sends a mail if it is due, wanted and allowed; a hint that is wrong changes nothing. */
  public void send(MailKey key) {
    Optional<Claim> claim = ledger.claim(key, owners.get(), clock.instant());
    if (claim.isEmpty()) {
      return;
    }
    Ready ready;
    try {
      ready = prepare(claim.get());
    } catch (RuntimeException e) {
      giveBack(claim.get());
      throw e;
    }
    if (ready != null && stillAllowed(claim.get(), ready)) {
      handOver(claim.get(), ready);
    }
  }

  private record Ready(OutgoingMail mail, Template template, Composition.Ready composition) {}

  /** Decides and renders; null where the mail does not go now, which is then written down. */
  private @Nullable Ready prepare(Claim claim) {
    PlannedMail mail = claim.mail();
    MailKind kind = mail.key().kind();
    Instant now = clock.instant();
    Settings current = settings.read();
    if (!current.journey(kind).on()) {
      return skip(claim, "switched-off");
    }
    if (now.isAfter(mail.expiresAt())) {
      return skip(claim, "too-late");
    }
    Optional<Profile> known = customers.find(mail.key().customer());
    String address = known.map(Profile::email).orElse(null);
    if (known.isEmpty() || address == null) {
      Instant later = now.plus(WAIT_FOR_ADDRESS);
      return later.isAfter(mail.expiresAt())
          ? skip(claim, "no-address")
          : hold(claim, later, "no-address");
    }
    Profile profile = known.get();
    if (kind.advertising() && !profile.wantsAdvertising()) {
      return skip(claim, "no-consent");
    }
    if (suppressions.contains(address)) {
      return skip(claim, "suppressed");
    }
    Composer composer = composers.get(kind);
    if (composer == null) {
      throw new IllegalStateException("Nothing composes " + kind.label());
    }
    String language = profile.language() == null ? current.language() : profile.language();
    Template template = templates.find(kind.label(), language);
    return switch (composer.compose(mail, profile, template.language(), now)) {
      case Composition.Skip skip -> skip(claim, skip.reason());
      case Composition.Hold hold -> hold(claim, hold.until(), hold.reason());
      case Composition.Ready ready ->
          new Ready(render(claim, profile, address, template, ready, now), template, ready);
    };
  }

  /** Asks once more at the last moment: somebody may have refused while the mail was made. */
  private boolean stillAllowed(Claim claim, Ready ready) {
    MailKey key = claim.mail().key();
    boolean allowed;
    try {
      allowed =
          !suppressions.contains(ready.mail().to())
              && (!isAdvertising(key.kind(), ready.composition())
                  || customers.find(key.customer()).map(Profile::wantsAdvertising).orElse(false));
    } catch (RuntimeException e) {
      giveBack(claim);
      throw e;
    }
    if (!allowed) {
      hold(claim, clock.instant(), "refused-meanwhile"); // The next look decides anew.
    }
    return allowed;
  }

  private static boolean isAdvertising(MailKind kind, Composition.Ready ready) {
    return kind.advertising() || !ready.items().isEmpty();
  }

  private OutgoingMail render(
      Claim claim,
      Profile profile,
      String address,
      Template template,
      Composition.Ready ready,
      Instant now) {
    MailKey key = claim.mail().key();
    boolean advertising = isAdvertising(key.kind(), ready);
    String unsubscribeUrl =
        advertising ? shop.publicUrl() + "/u/" + tokens.sign(key.customer()) : null;
    Map<String, Object> model = new HashMap<>(ready.model());
    model.put("shop", shop.model());
    String name = profile.name();
    if (name != null) {
      model.put("customer", Map.of("name", name));
    }
    if (unsubscribeUrl != null) {
      model.put("unsubscribeUrl", unsubscribeUrl);
    }
    RenderedMail rendered = renderer.render(template, model);
    String raw = MimeMail.compose(shop, address, name, key.sendId(), rendered, unsubscribeUrl, now);
    return new OutgoingMail(shop.from(), address, raw, key.kind(), key.sendId(), claim.attempt());
  }

  private void handOver(Claim claim, Ready ready) {
    Mailer.Answer answer = mailer.send(ready.mail());
    Instant now = clock.instant();
    switch (answer) {
      case Mailer.Answer.Accepted accepted ->
          ledger.sent(
              claim, accepted.messageId(), now, ready.template().id(), ready.composition().items());
      case Mailer.Answer.Refused refused -> ledger.rejected(claim, refused.reason(), now);
      case Mailer.Answer.NotNow notNow -> ledger.held(claim, now.plus(BACK_OFF), notNow.reason());
      case Mailer.Answer.Unknown unknown -> ledger.inDoubt(claim, unknown.reason(), now);
    }
  }

  /** Nothing reached SES: the mail may be tried again, within its shelf life. */
  private void giveBack(Claim claim) {
    Instant now = clock.instant();
    Instant later = now.plus(WAIT_AFTER_FAILURE);
    if (later.isAfter(claim.mail().expiresAt())) {
      ledger.rejected(claim, "failed", now);
    } else {
      ledger.held(claim, later, "failed");
    }
  }

  private @Nullable Ready skip(Claim claim, String reason) {
    ledger.skipped(claim, reason, clock.instant());
    return null;
  }

  private @Nullable Ready hold(Claim claim, Instant until, String reason) {
    ledger.held(claim, until, reason);
    return null;
  }
}
