package kikkake.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kikkake.mail.SesMailer;

/** Writes each mail to a file of its own, named by the time when it went. */
final class Outbox implements Consumer<ReceivedMail> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Path directory;

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
    String kind = mail.tags().getOrDefault(LocalInbox.KIND, "mail");
    String which = mail.tags().getOrDefault(SesMailer.SEND_TAG, mail.messageId());
    String name =
        "%s-%s-%s.eml"
            .formatted(
                TIME.format(mail.at()),
                kind,
                UUID.nameUUIDFromBytes(which.getBytes(StandardCharsets.UTF_8)));
    try {
      Files.write(directory.resolve(name), mail.raw());
    } catch (IOException e) {
      throw new UncheckedIOException("a mail could not be written to " + directory, e);
    }
  }
}
