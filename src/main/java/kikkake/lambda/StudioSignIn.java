package kikkake.lambda;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.random.RandomGenerator;
import kikkake.lambda.StudioTokens.IdToken;
import kikkake.studio.Ask;
import kikkake.studio.Refused;
import kikkake.studio.Reply;
import kikkake.studio.SignIn;
import kikkake.studio.Studio;

/**
 * Signs people in at a Cognito user pool: the authorization code flow (RFC 6749) with PKCE (RFC
 * 7636), since the client has no secret. What a browser must bring back stands in a cookie of ten
 * minutes, and who it is, the pool's ID token, in a cookie that ends with the token.
 *
 * <p>What the token says is only checked to tell people what is wrong; the HTTP API's authorizer
 * verifies it at every request.
 */
public final class StudioSignIn implements SignIn {
  /** Has the ID token; the CloudFront Function of {@code template.yaml} reads it. */
  static final String COOKIE = "__Host-kikkake-id";

  /** Has the state and the verifier of a sign-in that was begun. */
  static final String BEGUN_COOKIE = "__Host-kikkake-sign-in";

  private static final String ATTRIBUTES = "; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=";
  private static final Duration BEGUN_LASTS = Duration.ofMinutes(10);
  private static final int RANDOM_BYTES = 32;

  /** Browsers drop a cookie whose name, value and attributes have more than 4,096 bytes. */
  private static final int LONGEST_TOKEN = 3_900;

  private final Pool pool;
  private final StudioTokens tokens;
  private final RandomGenerator chance;
  private final InstantSource clock;

  /**
   * A user pool, as this studio is known to it.
   *
   * @param domain where its pages are, for example {@code https://x.auth.REGION.amazoncognito.com}
   * @param clientId the client's id
   * @param studio the studio's origin, which the client's call-back addresses begin with
   */
  record Pool(String domain, String clientId, String studio) {
    String callback() {
      return studio + Studio.PATH + "/signed-in";
    }
  }

  /** As on Lambda. */
  StudioSignIn(Pool pool) {
    this(pool, Duration.ofSeconds(8), new SecureRandom(), InstantSource.system());
  }

  /**
   * With its limits.
   *
   * @param patience how long the pool may take to answer
   * @param chance must not be guessable
   */
  StudioSignIn(Pool pool, Duration patience, RandomGenerator chance, InstantSource clock) {
    this.pool = pool;
    this.tokens = new StudioTokens(URI.create(pool.domain() + "/oauth2/token"), patience);
    this.chance = chance;
    this.clock = clock;
  }

  @Override
  public Reply begin(Ask ask) {
    String state = random();
    String verifier = random();
    String address =
        pool.domain()
            + "/oauth2/authorize?response_type=code&client_id="
            + encoded(pool.clientId())
            + "&redirect_uri="
            + encoded(pool.callback())
            + "&scope=openid+email&state="
            + state
            + "&code_challenge_method=S256&code_challenge="
            + challenge(verifier)
            + "&lang="
            + Studio.languageOf(ask);
    return Reply.seeOther(address)
        .withCookie(
            BEGUN_COOKIE + "=" + state + "." + verifier + ATTRIBUTES + BEGUN_LASTS.toSeconds());
  }

  @Override
  public Reply end(Ask ask) {
    String[] begun = ask.cookies().getOrDefault(BEGUN_COOKIE, "").split("\\.", -1);
    String state = ask.query().getOrDefault("state", "");
    if (begun.length != 2 || begun[0].isEmpty() || !same(begun[0], state)) {
      throw new Refused(400, Refused.Why.SIGN_IN_LOST);
    }
    String code = ask.query().getOrDefault("code", "");
    if (ask.query().containsKey("error") || code.isEmpty()) {
      throw new Refused(403, Refused.Why.SIGN_IN_DENIED);
    }
    IdToken token = tokens.exchange(pool, code, begun[1]);
    if (!token.verified()) {
      throw new Refused(403, Refused.Why.SIGN_IN_UNVERIFIED);
    }
    Instant now = clock.instant();
    long seconds = Duration.between(now, token.ends()).toSeconds();
    if (seconds <= 0 || token.text().length() > LONGEST_TOKEN) {
      throw new Refused(502, Refused.Why.SIGN_IN_SILENT); // No browser would keep it.
    }
    return Reply.seeOther(Studio.PATH)
        .withCookie(COOKIE + "=" + token.text() + ATTRIBUTES + seconds)
        .withCookie(BEGUN_COOKIE + "=" + ATTRIBUTES + 0);
  }

  @Override
  public Reply out(Ask ask) {
    return Reply.seeOther(
            pool.domain()
                + "/logout?client_id="
                + encoded(pool.clientId())
                + "&logout_uri="
                + encoded(pool.studio() + Studio.PATH + "/sign-in"))
        .withCookie(COOKIE + "=" + ATTRIBUTES + 0);
  }

  @Override
  public String leavesTo() {
    return pool.domain();
  }

  private String random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    chance.nextBytes(bytes);
    return base64(bytes);
  }

  private static String challenge(String verifier) {
    try {
      byte[] ascii = verifier.getBytes(StandardCharsets.US_ASCII);
      return base64(MessageDigest.getInstance("SHA-256").digest(ascii));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
