package kikkake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/events.md} names what the code reads. */
class EventsDocumentTest {
  private static final Path SOURCES = Path.of("src/main/java/kikkake/event");

  @Test
  void theContractNamesEveryFieldAndEventThatIsRead() throws IOException {
    String contract = Files.readString(Path.of("docs/events.md"));
    Set<String> missing = new TreeSet<>();
    for (String name : namesInTheCode()) {
      if (!Pattern.compile("[`.\"]" + Pattern.quote(name) + "[`\"]").matcher(contract).find()) {
        missing.add(name);
      }
    }

    assertThat(missing).as("fields and events that docs/events.md does not name").isEmpty();
  }

  @Test
  void theFieldsInTheCodeAreFound() throws IOException {
    assertThat(namesInTheCode())
        .contains("detail", "batch", "sentAt", "order_id", "wording", "Order Completed", "identify")
        .hasSizeGreaterThan(40);
  }

  /** What the readers ask for, {@code at("...")}, and the events they tell apart. */
  private static Set<String> namesInTheCode() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String source : List.of("EventJson", "ConsentJson", "Beacon")) {
      String code = Files.readString(SOURCES.resolve(source + ".java"));
      Matcher name = Pattern.compile("\\bat\\(\\s*\"([^\"]+)\"\\)|case \"([^\"]+)\"").matcher(code);
      while (name.find()) {
        names.add(name.group(1) != null ? name.group(1) : name.group(2));
      }
    }
    return names;
  }
}
