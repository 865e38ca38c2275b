package kikkake.local;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Lets pages of other ports of this machine read answers, as the HTTP API lets those of the shop's
 * origins (CORS).
 */
final class OtherOrigins {
  private static final Pattern THIS_MACHINE =
      Pattern.compile("http://(localhost|127\\.0\\.0\\.1)(:[0-9]{1,5})?");

  private OtherOrigins() {}

  /** Says to the browser who may read the answer; answers a preflight request itself. */
  static boolean answered(HttpExchange exchange) throws IOException {
    String origin = exchange.getRequestHeaders().getFirst("Origin");
    if (origin != null && THIS_MACHINE.matcher(origin).matches()) {
      var headers = exchange.getResponseHeaders();
      headers.set("Access-Control-Allow-Origin", origin);
      headers.set("Access-Control-Allow-Methods", "GET, POST");
      headers.set("Access-Control-Allow-Headers", "content-type");
      headers.set("Vary", "Origin");
    }
    if (!exchange.getRequestMethod().equals("OPTIONS")) {
      return false;
    }
    LocalHttp.reply(exchange, 204, "text/plain", new byte[0]);
    return true;
  }
}
