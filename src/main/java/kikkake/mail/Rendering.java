package kikkake.mail;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kikkake.customer.Profile;
import kikkake.template.BuiltInTemplates;
import kikkake.template.RenderedMail;
import kikkake.template.Renderer;
import kikkake.template.Template;
import kikkake.template.TemplateException;
import org.jspecify.annotations.Nullable;

/** Turns what a journey composed into a mail as SES gets it. */
public final class Rendering {
  private final Renderer renderer = new Renderer();
  private final Shop shop;
  private final Tokens tokens;

  /**
   * Renders for a shop.
   *
   * @param builtIn prepared now, so that the first mail does not wait for it
   */
  public Rendering(BuiltInTemplates builtIn, Shop shop, Tokens tokens) {
    this.shop = shop;
    this.tokens = tokens;
    builtIn.all().forEach(renderer::prepare);
  }

  /** A mail, and by which template. */
  record Rendered(OutgoingMail mail, Template template) {}

  /**
   * Renders a mail by the first template that can.
   *
   * @param toTry the published one, then those that were good before it
   * @param model of the journey; shop, customer and the way to refuse are added
   * @param advertising whether it must offer the way to refuse
   * @param trouble is told of each template that could not
   * @throws TemplateException where none can
   */
  Rendered render(
      Claim claim,
      Profile profile,
      List<Template> toTry,
      Map<String, Object> model,
      boolean advertising,
      Instant now,
      Consumer<String> trouble) {
    MailKey key = claim.mail().key();
    String address = profile.email();
    if (address == null) {
      throw new IllegalStateException("A mail without an address reached the renderer");
    }
    String name = profile.name();
    String token = tokens.sign(key.customer());
    @Nullable String unsubscribeUrl = advertising ? shop.publicUrl() + "/u/" + token : null;
    Map<String, Object> whole = whole(model, name, unsubscribeUrl, token);
    Filled filled = fill(toTry, whole, unsubscribeUrl, trouble);
    String raw =
        MimeMail.compose(shop, address, name, key.sendId(), filled.mail(), unsubscribeUrl, now);
    return new Rendered(
        new OutgoingMail(shop.from(), address, raw, key, claim.attempt()), filled.template());
  }

  /** What the template is filled with, as {@link kikkake.template.MailModel} documents it. */
  Map<String, Object> whole(
      Map<String, Object> model,
      @Nullable String name,
      @Nullable String unsubscribeUrl,
      String token) {
    Map<String, Object> whole = new HashMap<>(model);
    whole.put("shop", shop.model());
    if (name != null) {
      whole.put("customer", Map.of("name", name));
    }
    if (unsubscribeUrl != null) {
      whole.put("unsubscribeUrl", unsubscribeUrl);
      whole.put("preferencesUrl", shop.publicUrl() + "/p/" + token);
    }
    return whole;
  }

  private record Filled(RenderedMail mail, Template template) {}

  /** By the first template that shows everything, the way to refuse above all. */
  private Filled fill(
      List<Template> toTry,
      Map<String, Object> model,
      @Nullable String unsubscribeUrl,
      Consumer<String> trouble) {
    TemplateException failure = null;
    for (Template template : toTry) {
      try {
        RenderedMail mail = renderer.render(template, model);
        if (unsubscribeUrl != null && !Renderer.shows(mail, unsubscribeUrl)) {
          throw new TemplateException(
              "Template " + template.id() + " leaves out the way to refuse (unsubscribeUrl)");
        }
        return new Filled(mail, template);
      } catch (TemplateException e) {
        trouble.accept(String.valueOf(e.getMessage()));
        failure = e;
      }
    }
    throw failure == null ? new IllegalArgumentException("No template to try") : failure;
  }
}
