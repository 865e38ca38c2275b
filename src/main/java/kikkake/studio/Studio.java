package kikkake.studio;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import kikkake.customer.Hmac;
import org.jspecify.annotations.Nullable;

/**
 * The marketers' pages. Who asks was checked in front of it; what somebody may do is checked here,
 * at each request, and so is that a form comes from one of these pages.
 */
public final class Studio {
  /** Where the pages are. */
  public static final String PATH = "/studio";

  static final String LANGUAGE_COOKIE = "kikkake_lang";

  /** The header in which scripts send what forms send as a field. */
  static final String FORM_HEADER = "x-kikkake-form";

  private static final int MOST_BYTES = 2_500_000;
  private static final int YEAR_SECONDS = 31_536_000;

  private final Map<String, Section> sections;
  private final SignIn signIn;
  private final Assets assets = new Assets();
  private final Pages pages = new Pages();
  private final Hmac formKeys;
  private final String origin;
  private final String policy;

  public Studio(StudioParts parts) {
    MailsSection mails = new MailsSection(parts.desk());
    this.sections =
        Map.of(
            "",
            mails,
            "mails",
            mails,
            SettingsSection.WORD,
            new SettingsSection(parts.settings(), parts.reviews(), parts.clock()),
            "pictures",
            new PicturesSection(parts.pictures(), parts.pictureOrigin()),
            "why",
            new WhySection(parts.why()));
    this.signIn = parts.signIn();
    this.formKeys = new Hmac(parts.formSecret());
    this.origin = parts.origin();
    this.policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src"
            + " 'self'; img-src 'self' "
            + parts.pictureOrigin()
            + "; form-action 'self' "
            + signIn.leavesTo()
            + "; frame-ancestors 'none'; base-uri 'none'";
  }

  /** Answers a request; whatever is wrong with it is told on a page or as JSON. */
  public Reply answer(Ask ask) {
    return safe(answered(ask));
  }

  /**
   * In which language somebody reads, {@code ja} or {@code en}: as chosen, else as browsers ask.
   */
  public static String languageOf(Ask ask) {
    return Words.of(ask).language();
  }

  private Reply answered(Ask ask) {
    Words words = Words.of(ask);
    if (!ask.path().equals(PATH) && !ask.path().startsWith(PATH + "/")) {
      return problem(ask, words, new Refused(404, Refused.Why.NOT_FOUND));
    }
    List<String> path =
        Arrays.stream(ask.path().substring(PATH.length()).split("/", -1))
            .filter(part -> !part.isEmpty())
            .toList();
    String word = path.isEmpty() ? "" : path.getFirst();
    try {
      if (word.equals("assets")) {
        return assets.answer(ask, path.subList(1, path.size()));
      }
      if (path.size() == 1 && word.equals("sign-in")) {
        return ask.isPost() ? enter(ask) : signIn.begin(ask);
      }
      if (path.size() == 1 && word.equals("signed-in") && !ask.isPost()) {
        return signIn.end(ask);
      }
      Member member = ask.member();
      if (member == null) {
        return ask.isPost()
            ? problem(ask, words, new Refused(401, Refused.Why.OLD_FORM))
            : Reply.seeOther(PATH + "/sign-in");
      }
      return answered(
          ask, member, words, word, path.isEmpty() ? path : path.subList(1, path.size()));
    } catch (Refused refused) {
      return problem(ask, words, refused);
    }
  }

  private Reply enter(Ask ask) {
    checkOrigin(ask);
    return signIn.end(ask);
  }

  private Reply answered(Ask ask, Member member, Words words, String word, List<String> path) {
    String formKey = formKey(member);
    switch (ask.method()) {
      case "GET", "HEAD" -> {}
      case "POST" -> checkSender(ask, formKey);
      default -> throw new Refused(405, Refused.Why.BAD_FORM);
    }
    if (ask.isPost() && word.equals("language")) {
      return language(ask);
    }
    if (ask.isPost() && word.equals("sign-out")) {
      return signIn.out(ask);
    }
    if (!member.mayLook()) {
      throw new Refused(403, Refused.Why.NOT_ALLOWED);
    }
    Section section = sections.get(word);
    if (section == null) {
      throw new Refused(404, Refused.Why.NOT_FOUND);
    }
    return section.answer(new Visit(ask, member, words, formKey, assets.version(), pages), path);
  }

  /** A form must come from a page of this sign-in. */
  private void checkSender(Ask ask, String formKey) {
    if (ask.body().length() > MOST_BYTES) {
      throw new Refused(413, Refused.Why.TOO_LARGE, "2.5 MB");
    }
    checkOrigin(ask);
    String header = ask.header(FORM_HEADER);
    String given = header.isEmpty() ? Form.read(ask).optional("formKey") : header;
    if (!MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), formKey.getBytes(StandardCharsets.UTF_8))) {
      throw new Refused(403, Refused.Why.OLD_FORM);
    }
  }

  private void checkOrigin(Ask ask) {
    String site = ask.header("sec-fetch-site");
    if (!ask.header("origin").equals(origin) || !(site.isEmpty() || site.equals("same-origin"))) {
      throw new Refused(403, Refused.Why.OTHER_SITE);
    }
  }

  private String formKey(Member member) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(formKeys.of(member.email() + "\n" + member.session()));
  }

  /** Remembers the language in the browser, and goes back to where the reader was. */
  private static Reply language(Ask ask) {
    Form form = Form.read(ask);
    String language = form.text("language");
    String back = form.text("back");
    if (!language.equals("ja") && !language.equals("en")) {
      throw new Refused(400, Refused.Why.BAD_FORM);
    }
    boolean ours =
        (back.equals(PATH) || back.startsWith(PATH + "/"))
            && back.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
    return Reply.seeOther(ours ? back : PATH)
        .withCookie(
            LANGUAGE_COOKIE
                + "="
                + language
                + "; Path="
                + PATH
                + "; Max-Age="
                + YEAR_SECONDS
                + "; SameSite=Lax");
  }

  private Reply problem(Ask ask, Words words, Refused refused) {
    String said = words.say(refused);
    if (ask.header("accept").contains("application/json")) {
      return Reply.json(refused.status(), Json.object().put("error", said));
    }
    @Nullable Member member = ask.member();
    Map<String, Object> model =
        Map.of(
            "t",
            words.all(),
            "lang",
            words.language(),
            "problem",
            said,
            "member",
            member == null ? "" : member.email(),
            "entering",
            refused.why().name().startsWith("SIGN_IN_"),
            "assets",
            assets.version());
    return Reply.html(refused.status(), pages.fill("problem", model));
  }

  private Reply safe(Reply reply) {
    return reply
        .withDefault("content-security-policy", policy)
        .withDefault("cache-control", "no-store")
        .withDefault("referrer-policy", "same-origin")
        .with("x-content-type-options", "nosniff")
        .with("cross-origin-opener-policy", "same-origin")
        .with("x-robots-tag", "noindex")
        .with("strict-transport-security", "max-age=31536000");
  }
}
