package kikkake.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import kikkake.studio.Bytes;
import org.jspecify.annotations.Nullable;

/** A bucket that speaks S3's wire format for PutObject, ListObjectsV2 and HeadObject. */
final class LoopbackS3 implements AutoCloseable {
  private static final int PAGE = 3;
  private static final String META = "x-amz-meta-";

  record Stored(Bytes bytes, Map<String, String> headers, Instant at) {}

  final Map<String, Stored> objects = new ConcurrentSkipListMap<>();
  final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  volatile Instant now = Instant.parse("2026-11-21T01:00:00Z");

  /** An error to answer everything with; none where 0. */
  volatile int broken;

  private final HttpServer server;

  LoopbackS3() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            answer(exchange);
          }
        });
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String[] path = exchange.getRequestURI().getPath().substring(1).split("/", 2);
    String key = path.length == 2 ? path[1] : "";
    String method = exchange.getRequestMethod();
    asked.add(method + " " + exchange.getRequestURI());
    if (broken > 0) {
      error(exchange, broken, "AccessDenied");
    } else if (method.equals("PUT")) {
      put(exchange, key, body);
    } else if (method.equals("HEAD")) {
      head(exchange, key);
    } else if (query(exchange).getOrDefault("list-type", "").equals("2")) {
      list(exchange, query(exchange));
    } else {
      error(exchange, 405, "MethodNotAllowed");
    }
  }

  private void put(HttpExchange exchange, String key, byte[] body) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    if (headers.containsKey("x-amz-trailer")
        || headers.getOrDefault("content-encoding", "").contains("aws-chunked")) {
      error(exchange, 501, "NotImplemented");
      return;
    }
    Stored stored = new Stored(Bytes.of(body), headers, now);
    if (!"*".equals(headers.get("if-none-match"))) {
      objects.put(key, stored);
    } else if (objects.putIfAbsent(key, stored) != null) {
      error(exchange, 412, "PreconditionFailed");
      return;
    }
    exchange.getResponseHeaders().set("ETag", "\"1\"");
    exchange.sendResponseHeaders(200, -1);
  }

  private void head(HttpExchange exchange, String key) throws IOException {
    @Nullable Stored stored = objects.get(key);
    if (stored == null) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    stored
        .headers()
        .forEach((name, value) -> {
          if (name.startsWith(META)
              || name.equals("content-type")
              || name.equals("cache-control")) {
            exchange.getResponseHeaders().set(name, value);
          }
        });
    exchange.getResponseHeaders().set("Content-Length", Integer.toString(stored.bytes().length()));
    exchange
        .getResponseHeaders()
        .set(
            "Last-Modified",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(stored.at().atOffset(ZoneOffset.UTC)));
    exchange.sendResponseHeaders(200, -1);
  }

  private void list(HttpExchange exchange, Map<String, String> query) throws IOException {
    String after = query.getOrDefault("continuation-token", "");
    List<String> keys =
        objects.keySet().stream()
            .filter(key -> key.startsWith(query.getOrDefault("prefix", "")))
            .filter(key -> key.compareTo(after) > 0)
            .toList();
    List<String> page = keys.subList(0, Math.min(PAGE, keys.size()));
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
    xml.append("<Name>bucket</Name><KeyCount>").append(page.size()).append("</KeyCount>");
    xml.append("<IsTruncated>").append(keys.size() > PAGE).append("</IsTruncated>");
    if (keys.size() > PAGE) {
      xml.append("<NextContinuationToken>").append(page.getLast());
      xml.append("</NextContinuationToken>");
    }
    for (String key : page) {
      Stored stored = Objects.requireNonNull(objects.get(key));
      xml.append("<Contents><Key>").append(key).append("</Key><LastModified>");
      xml.append(stored.at()).append("</LastModified><ETag>&quot;1&quot;</ETag><Size>");
      xml.append(stored.bytes().length()).append("</Size></Contents>");
    }
    xml.append("</ListBucketResult>");
    reply(exchange, 200, xml.toString());
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new HashMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      query.put(
          parts[0], parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  private static void error(HttpExchange exchange, int status, String code) throws IOException {
    reply(
        exchange,
        status,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>"
            + code
            + "</Code><Message>no</Message><RequestId>1</RequestId></Error>");
  }

  private static void reply(HttpExchange exchange, int status, String xml) throws IOException {
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
