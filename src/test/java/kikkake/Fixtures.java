package kikkake;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.tests.EventLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files under {@code events/}, read as the Lambda runtime reads what arrives. */
public final class Fixtures {
  private static final Path FOLDER = Path.of("events");

  /** What signs the token of the unsubscribe files. */
  public static final String TOKEN_KEYS =
      "{\"signs\":\"k1\",\"k1\":\"local-token-key-0123456789\"}";

  private Fixtures() {}

  public static SQSEvent sqs(String name) {
    return EventLoader.loadSQSEvent(path(name));
  }

  public static APIGatewayV2HTTPEvent http(String name) {
    return EventLoader.loadApiGatewayHttpEvent(path(name));
  }

  /** The bodies of the messages of a file. */
  public static List<String> bodies(String name) {
    return sqs(name).getRecords().stream().map(SQSEvent.SQSMessage::getBody).toList();
  }

  /** The body of the only message of a file. */
  public static String body(String name) {
    List<String> bodies = bodies(name);
    if (bodies.size() != 1) {
      throw new IllegalArgumentException(name + " has not one message");
    }
    return bodies.getFirst();
  }

  public static List<String> names() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String path(String name) {
    return FOLDER.resolve(name + ".json").toAbsolutePath().toString();
  }
}
