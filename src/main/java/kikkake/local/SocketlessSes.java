package kikkake.local;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Carries the requests of an SDK client to the laptop's SES by a method call. */
final class SocketlessSes implements SdkHttpClient {
  private final LocalSes ses;

  SocketlessSes(LocalSes ses) {
    this.ses = ses;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return answer(request);
      }

      @Override
      public void abort() {
        // A call is over as soon as it began.
      }
    };
  }

  @Override
  public String clientName() {
    return "laptop";
  }

  @Override
  public void close() {
    // There is nothing open.
  }

  private HttpExecuteResponse answer(HttpExecuteRequest request) throws IOException {
    SdkHttpRequest http = request.httpRequest();
    byte[] body = new byte[0];
    ContentStreamProvider content = request.contentStreamProvider().orElse(null);
    if (content != null) {
      try (var stream = content.newStream()) {
        body = stream.readAllBytes();
      }
    }
    AwsAnswer answer = ses.answer(http.method().name(), http.encodedPath(), body);
    var response =
        SdkHttpFullResponse.builder()
            .statusCode(answer.status())
            .putHeader("Content-Type", LocalSes.CONTENT_TYPE);
    if (answer.error() != null) {
      response.putHeader("x-amzn-ErrorType", answer.error());
    }
    return HttpExecuteResponse.builder()
        .response(response.build())
        .responseBody(
            AbortableInputStream.create(new ByteArrayInputStream(LocalHttp.json(answer.body()))))
        .build();
  }
}
