package kikkake.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherOriginsTest {
  private final LocalHttp server =
      LocalHttp.start(
          0,
          exchange -> {
            if (!OtherOrigins.answered(exchange)) {
              LocalHttp.reply(exchange, 200, "text/plain", Gateway.bytes("an answer"));
            }
          });

  @AfterEach
  void close() {
    server.close();
  }

  private HttpResponse<String> ask(String method, String origin)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(server.uri())
              .method(method, HttpRequest.BodyPublishers.noBody())
              .header("Origin", origin)
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static Optional<String> allowed(HttpResponse<String> response) {
    return response.headers().firstValue("Access-Control-Allow-Origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost", "http://localhost:3000", "http://127.0.0.1:5173"})
  void pagesOfThisMachineMayReadTheAnswer(String origin) throws IOException, InterruptedException {
    HttpResponse<String> answer = ask("GET", origin);
    HttpResponse<String> preflight = ask("OPTIONS", origin);

    assertThat(allowed(answer)).contains(origin);
    assertThat(answer.body()).isEqualTo("an answer");
    assertThat(answer.headers().firstValue("Vary")).contains("Origin");
    assertThat(allowed(preflight)).contains(origin);
    assertThat(preflight.statusCode()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example",
        "http://localhost.evil.example",
        "http://localhost:80.evil.example",
        "https://localhost",
        "null"
      })
  void othersMayNot(String origin) throws IOException, InterruptedException {
    assertThat(allowed(ask("GET", origin))).isEmpty();
    assertThat(allowed(ask("OPTIONS", origin))).isEmpty();
  }
}
