package kikkake.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** The script for the shop's pages, {@code kikkake.js}, which browsers keep for a day. */
final class SlotScript {
  private static final String RESOURCE = "/slot/kikkake.js";

  private final String text = read();
  private final String tag =
      '"' + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString() + '"';

  /**
   * The script; without its text where the browser has this very one.
   *
   * @param known the tags that the browser has, as the header {@code If-None-Match} says
   */
  APIGatewayV2HTTPResponse answer(String known) {
    boolean has = known.contains(tag);
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(has ? 304 : 200)
        .withHeaders(
            Map.of(
                "content-type", "text/javascript; charset=utf-8",
                "cache-control", "public, max-age=86400",
                "etag", tag,
                "x-content-type-options", "nosniff",
                "cross-origin-resource-policy", "cross-origin"))
        .withBody(has ? "" : text)
        .build();
  }

  private static String read() {
    try (InputStream in = SlotScript.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("The class path has no " + RESOURCE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
