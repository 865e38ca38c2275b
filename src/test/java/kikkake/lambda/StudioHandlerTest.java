package kikkake.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks is what the HTTP API's authorizer says, and nothing else. */
class StudioHandlerTest {
  private static final Map<String, String> CLAIMS =
      Map.of(
          "email",
          "hanako@shop.example",
          "email_verified",
          "true",
          "cognito:groups",
          "[editor approver]",
          "origin_jti",
          "5c2f",
          "token_use",
          "id");

  private final ColdFunctions shop = new ColdFunctions(Instant.parse("2026-11-21T01:00:00Z"));

  private static APIGatewayV2HTTPEvent request(Map<String, String> claims) {
    return APIGatewayV2HTTPEvent.builder()
        .withRawPath("/studio/pictures")
        .withRawQueryString("")
        .withHeaders(Map.of("Accept-Language", "en"))
        .withRequestContext(
            RequestContext.builder()
                .withHttp(RequestContext.Http.builder().withMethod("GET").build())
                .withAuthorizer(
                    RequestContext.Authorizer.builder()
                        .withJwt(RequestContext.Authorizer.JWT.builder().withClaims(claims).build())
                        .build())
                .build())
        .build();
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> claims = new HashMap<>(CLAIMS);
    claims.put(name, value);
    return claims;
  }

  private static Map<String, String> without(String name) {
    Map<String, String> claims = new HashMap<>(CLAIMS);
    claims.remove(name);
    return claims;
  }

  private APIGatewayV2HTTPResponse ask(APIGatewayV2HTTPEvent request) {
    APIGatewayV2HTTPResponse response = shop.studio(request);
    assertThat(shop.context.log()).isEmpty();
    return response;
  }

  private static String text(APIGatewayV2HTTPResponse response) {
    return new String(Base64.getDecoder().decode(response.getBody()), StandardCharsets.UTF_8);
  }

  private void sentToSignIn(APIGatewayV2HTTPEvent request) {
    APIGatewayV2HTTPResponse response = ask(request);
    assertThat(response.getStatusCode()).isEqualTo(303);
    assertThat(response.getHeaders()).containsEntry("location", "/studio/sign-in");
  }

  @Test
  void somebodyInAGroupSeesThePageWithTheOwnAddress() {
    APIGatewayV2HTTPResponse response = ask(request(CLAIMS));

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getIsBase64Encoded()).isTrue();
    assertThat(text(response)).contains("hanako@shop.example", "id=\"picture\"");
  }

  @ParameterizedTest
  @CsvSource({
    "[editor approver], true",
    "[editor], true",
    "editor, true",
    "[admin], true",
    "'[ap-northeast-1_x_Google admin]', true",
    "[viewer], false",
    "[approver], false",
  })
  void groupsComeAsTheHttpApiWritesLists(String groups, boolean mayEdit) {
    APIGatewayV2HTTPResponse response = ask(request(with("cognito:groups", groups)));

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(text(response).contains("id=\"picture\"")).isEqualTo(mayEdit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "[EDITOR]", "[editors]", "[edit or]", "[[editor]]"})
  void whoIsInNoGroupOfTheStudioSeesNothing(String groups) {
    assertThat(ask(request(with("cognito:groups", groups))).getStatusCode()).isEqualTo(403);
  }

  @Test
  void whoIsInNoGroupAtAllSeesNothing() {
    assertThat(ask(request(without("cognito:groups"))).getStatusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"email", "email_verified", "origin_jti"})
  void whoeverLacksOneOfTheseIsNotSignedIn(String claim) {
    sentToSignIn(request(without(claim)));
    sentToSignIn(request(with(claim, "")));
  }

  @Test
  void anAddressThatIsNotVerifiedOrIsNoneIsNotSignedIn() {
    sentToSignIn(request(with("email_verified", "false")));
    sentToSignIn(request(with("email", "hanako")));
    sentToSignIn(request(with("email", "<b>@shop.example")));
  }

  @Test
  void withoutAnAuthorizerNobodyIsSignedInWhateverTheHeadersSay() {
    APIGatewayV2HTTPEvent request = request(CLAIMS);
    request.getRequestContext().setAuthorizer(null);
    request.setHeaders(Map.of("authorization", "Bearer a.b.c", "cookie", "kikkake_local=x"));
    request.setCookies(List.of("__Host-kikkake-id=a.b.c"));

    sentToSignIn(request);

    request.setRequestContext(null);
    assertThat(ask(request).getStatusCode()).isIn(303, 405);
  }
}
