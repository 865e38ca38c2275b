package kikkake.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Writes each mail to a file of its own, in the order in which they went. */
final class Outbox implements Consumer<ReceivedMail> {
  private final Path directory;
  private int count;

  /** An outbox in a folder; mails of an earlier run are taken out. */
  Outbox(Path out) throws IOException {
    this.directory = Files.createDirectories(out.resolve("outbox"));
    try (Stream<Path> old = Files.list(directory)) {
      for (Path file : old.filter(path -> path.toString().endsWith(".eml")).toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public synchronized void accept(ReceivedMail mail) {
    count++;
    String kind = mail.tags().getOrDefault(LocalInbox.KIND, "mail");
    try {
      Files.write(directory.resolve("%06d-%s.eml".formatted(count, kind)), mail.raw());
    } catch (IOException e) {
      throw new UncheckedIOException("a mail could not be written to " + directory, e);
    }
  }
}
