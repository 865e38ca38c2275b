package kikkake.mail;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import kikkake.customer.Profile;
import kikkake.template.BuiltInTemplates;
import kikkake.template.RenderedMail;
import kikkake.template.Renderer;
import kikkake.template.Template;

/** Turns what a journey composed into a mail as SES gets it. */
public final class Rendering {
  private final Renderer renderer = new Renderer();
  private final Shop shop;
  private final Tokens tokens;

  public Rendering(BuiltInTemplates templates, Shop shop, Tokens tokens) {
    this.shop = shop;
    this.tokens = tokens;
    templates.all().forEach(renderer::prepare);
  }

  /**
   * Renders a mail.
   *
   * @param model of the journey; shop, customer and the way to refuse are added
   * @param advertising whether it must offer the way to refuse
   */
  OutgoingMail render(
      Claim claim,
      Profile profile,
      Template template,
      Map<String, Object> model,
      boolean advertising,
      Instant now) {
    MailKey key = claim.mail().key();
    String address = profile.email();
    if (address == null) {
      throw new IllegalStateException("A mail without an address reached the renderer");
    }
    String token = tokens.sign(key.customer());
    String unsubscribeUrl = advertising ? shop.publicUrl() + "/u/" + token : null;
    Map<String, Object> whole = new HashMap<>(model);
    whole.put("shop", shop.model());
    String name = profile.name();
    if (name != null) {
      whole.put("customer", Map.of("name", name));
    }
    if (unsubscribeUrl != null) {
      whole.put("unsubscribeUrl", unsubscribeUrl);
      whole.put("preferencesUrl", shop.publicUrl() + "/p/" + token);
    }
    RenderedMail rendered = renderer.render(template, whole);
    String raw = MimeMail.compose(shop, address, name, key.sendId(), rendered, unsubscribeUrl, now);
    return new OutgoingMail(shop.from(), address, raw, key, claim.attempt());
  }
}
