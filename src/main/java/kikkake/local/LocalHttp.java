package kikkake.local;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A small HTTP server that only this machine can reach. */
final class LocalHttp implements AutoCloseable {
  /** Reads what SES takes: a mail of 40 MB in base64. */
  static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(64 * 1024 * 1024).build())
                  .build())
          .build();

  private final HttpServer server;
  private final ExecutorService threads;

  private LocalHttp(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /** Starts a server on the loopback address; port 0 takes a free one. */
  static LocalHttp start(int port, HttpHandler handler) {
    try {
      var server = HttpServer.create(new InetSocketAddress(loopback(), port), 0);
      var threads = Executors.newVirtualThreadPerTaskExecutor();
      server.setExecutor(threads);
      server.createContext("/", handler);
      server.start();
      return new LocalHttp(server, threads);
    } catch (IOException e) {
      throw new UncheckedIOException("Port " + port + " of 127.0.0.1 cannot be opened", e);
    }
  }

  /** The IPv4 loopback address, also where the machine prefers IPv6. */
  static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** The whole body of a request, or null when it is longer than {@code limit} bytes. */
  static byte @Nullable [] body(HttpExchange exchange, int limit) throws IOException {
    byte[] bytes = exchange.getRequestBody().readNBytes(limit + 1);
    return bytes.length > limit ? null : bytes;
  }

  /** Answers with a body and closes the exchange. */
  static void reply(HttpExchange exchange, int status, String contentType, byte[] body)
      throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", contentType);
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
      if (!head && body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  /** Answers as an AWS service does, with its result or its error. */
  static void reply(HttpExchange exchange, String contentType, AwsAnswer answer)
      throws IOException {
    if (answer.error() != null) {
      exchange.getResponseHeaders().set("x-amzn-ErrorType", answer.error());
    }
    reply(exchange, answer.status(), contentType, json(answer.body()));
  }

  static byte[] json(JsonNode node) {
    return text(node).getBytes(StandardCharsets.UTF_8);
  }

  static String text(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A JSON tree could not be written", e);
    }
  }
}
