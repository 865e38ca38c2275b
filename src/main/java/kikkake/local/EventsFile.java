package kikkake.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import kikkake.event.EventJson;
import kikkake.event.MalformedEvent;

/** Files of events of the contract, one a line, as they are or gzipped. */
public final class EventsFile {
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private EventsFile() {}

  /**
   * Reads files into the order of arrival: the envelope's {@code time}, else the event's own. A
   * line without a time arrives with the one before it, to be refused as it would be live.
   */
  static List<Arrival> read(List<Path> files) throws IOException {
    List<Arrival> arrivals = new ArrayList<>();
    for (Path file : files) {
      try {
        read(file, arrivals);
      } catch (ZipException | EOFException e) {
        throw new UserError(file + " is not a whole gzip file");
      } catch (CharacterCodingException e) {
        throw new UserError(file + " is not UTF-8 text");
      }
    }
    arrivals.sort(Comparator.comparing(Arrival::at));
    return arrivals;
  }

  private static void read(Path file, List<Arrival> arrivals) throws IOException {
    Instant at = firstTime(file);
    try (BufferedReader lines = open(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          at = arrival(line, at);
          arrivals.add(new Arrival(at, line));
        }
      }
    }
  }

  /** Opens a text file in UTF-8, gzipped or not. */
  public static BufferedReader open(Path file) throws IOException {
    PushbackInputStream in = new PushbackInputStream(Files.newInputStream(file), 2);
    byte[] magic = in.readNBytes(2);
    in.unread(magic);
    boolean zipped = magic.length == 2 && magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b;
    InputStream text = zipped ? new GZIPInputStream(in, 1 << 16) : in;
    return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8), 1 << 16);
  }

  /** The first time in a file, for the lines before it that have none. */
  private static Instant firstTime(Path file) throws IOException {
    try (BufferedReader lines = open(file)) {
      return lines
          .lines()
          .map(line -> arrival(line, Instant.EPOCH))
          .filter(Instant.EPOCH::isBefore)
          .findFirst()
          .orElse(EARLIEST);
    } catch (UncheckedIOException e) {
      return EARLIEST; // The file is not whole; reading it says so.
    }
  }

  private static Instant arrival(String line, Instant otherwise) {
    JsonNode message;
    try {
      message = EventJson.parse(line);
    } catch (MalformedEvent e) {
      return otherwise;
    }
    Optional<Instant> time = time(message.path("time"));
    return time.or(() -> time(message.path("detail").path("timestamp"))).orElse(otherwise);
  }

  private static Optional<Instant> time(JsonNode text) {
    try {
      Instant time = OffsetDateTime.parse(text.asText()).toInstant();
      return time.isBefore(EARLIEST) || time.isAfter(LATEST) ? Optional.empty() : Optional.of(time);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
