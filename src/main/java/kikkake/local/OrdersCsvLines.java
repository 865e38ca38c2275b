package kikkake.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The lines of an orders file below its header, one after the other; the file may be gzipped. */
public final class OrdersCsvLines {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setIgnoreEmptyLines(false)
          .setTrailingData(true)
          .setLenientEof(true)
          .get();

  private OrdersCsvLines() {}

  /** A line and its number in the file, from 1. */
  public static final class Line {
    private final long number;
    private final OrdersCsvRow.Reader rows;
    private final CSVRecord csv;

    private Line(long number, OrdersCsvRow.Reader rows, CSVRecord csv) {
      this.number = number;
      this.rows = rows;
      this.csv = csv;
    }

    public long number() {
      return number;
    }

    /**
     * What the line says.
     *
     * @throws OrdersCsvRow.Rejected where it cannot be used
     */
    public OrdersCsvRow row() throws OrdersCsvRow.Rejected {
      return rows.read(csv);
    }
  }

  /**
   * Hands on every line that is not blank.
   *
   * @throws IllegalArgumentException where the header line lacks a column
   * @throws IOException where the file cannot be read to its end
   */
  public static void read(Path file, Consumer<Line> lines) throws IOException {
    try (InputStream stream = open(file);
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
        CSVParser parser = CSVParser.builder().setReader(reader).setFormat(FORMAT).get()) {
      read(file, parser, lines);
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      stream.mark(2);
      boolean gzip = stream.read() == 0x1f && stream.read() == 0x8b;
      stream.reset();
      return gzip ? new GZIPInputStream(stream, 1 << 16) : stream;
    } catch (IOException e) {
      stream.close();
      throw e;
    }
  }

  private static void read(Path file, CSVParser parser, Consumer<Line> lines) throws IOException {
    long line = 0;
    try {
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        throw new IllegalArgumentException(file.getFileName() + " is empty: no header line");
      }
      OrdersCsvRow.Reader rows =
          OrdersCsvRow.Reader.of(String.valueOf(file.getFileName()), records.next());
      line = parser.getCurrentLineNumber();
      while (records.hasNext()) {
        CSVRecord csv = records.next();
        if (csv.size() > 1 || !csv.get(0).isBlank()) {
          lines.accept(new Line(line + 1, rows, csv));
        }
        line = parser.getCurrentLineNumber();
      }
    } catch (UncheckedIOException e) {
      throw new IOException(
          "%s cannot be read after line %d: is it damaged or cut short?"
              .formatted(file.getFileName(), line),
          e.getCause());
    }
  }
}
