package kikkake.local;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import kikkake.studio.Ask;
import kikkake.studio.Group;
import kikkake.studio.Reply;
import kikkake.studio.SignIn;
import kikkake.studio.Studio;

/**
 * Lets anybody on this machine in, as one made-up person of each group, without a password; and
 * plays the HTTP API's authorizer, which finds the claims of who signed in.
 */
final class LocalSignIn implements SignIn {
  private static final String COOKIE = "kikkake_local";
  private static final String FIELD = "group=";

  /** Claims by session. */
  private final Map<String, Map<String, String>> sessions = new ConcurrentHashMap<>();

  /** The made-up address of a group's person. */
  static String email(Group group) {
    return group.label() + "@shop.example.com";
  }

  private static String japanese(Group group) {
    return switch (group) {
      case VIEWER -> "閲覧者";
      case EDITOR -> "編集者";
      case APPROVER -> "承認者";
      case ADMIN -> "管理者";
    };
  }

  @Override
  public Reply begin(Ask ask) {
    List<Map<String, String>> people = new ArrayList<>();
    for (Group group : Group.values()) {
      people.add(
          Map.of("group", group.label(), "japanese", japanese(group), "email", email(group)));
    }
    return Reply.html(
        200,
        Mustache.compiler()
            .compile(page())
            .execute(
                Map.of("people", people, "ja", ask.header("accept-language").startsWith("ja"))));
  }

  @Override
  public Reply end(Ask ask) {
    String body = ask.body().text();
    Optional<Group> group =
        body.startsWith(FIELD)
            ? Group.of(URLDecoder.decode(body.substring(FIELD.length()), StandardCharsets.UTF_8))
            : Optional.empty();
    if (group.isEmpty()) {
      return Reply.seeOther(Studio.PATH + "/sign-in");
    }
    String session = UUID.randomUUID().toString();
    sessions.put(
        session,
        Map.of(
            "email",
            email(group.get()),
            "email_verified",
            "true",
            "cognito:groups",
            "[" + group.get().label() + "]",
            "origin_jti",
            session));
    return Reply.seeOther(Studio.PATH)
        .withCookie(COOKIE + "=" + session + "; Path=/; HttpOnly; SameSite=Lax");
  }

  @Override
  public Reply out(Ask ask) {
    sessions.remove(ask.cookies().getOrDefault(COOKIE, ""));
    return Reply.seeOther(Studio.PATH + "/sign-in")
        .withCookie(COOKIE + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
  }

  /** What the authorizer knows of a request with these cookies; empty where nobody signed in. */
  Map<String, String> claims(List<String> cookies) {
    return cookies.stream()
        .filter(cookie -> cookie.startsWith(COOKIE + "="))
        .map(cookie -> cookie.substring(COOKIE.length() + 1))
        .map(session -> sessions.getOrDefault(session, Map.of()))
        .findFirst()
        .orElse(Map.of());
  }

  private static String page() {
    try (InputStream in = LocalSignIn.class.getResourceAsStream("/local/sign-in.html")) {
      if (in == null) {
        throw new IllegalStateException("The class path has no sign-in page");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
