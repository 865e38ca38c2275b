package kikkake.local.evaluate;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipException;
import kikkake.event.ItemId;
import kikkake.event.MalformedEvent;
import kikkake.local.EventsFile;
import kikkake.local.Inputs;
import kikkake.local.UserError;

/** Reads a text file line by line, gzipped or not, and says where it is wrong. */
final class Reading {
  private final Map<String, ItemId> items = new HashMap<>();

  /** What is done with a line. */
  interface Lines {
    /**
     * Takes a line that is not blank.
     *
     * @param number from 1
     * @throws MalformedEvent where a field is wrong
     */
    void take(String line, long number);
  }

  /**
   * Reads to the end.
   *
   * @throws UserError at the first line that is wrong, naming the file, the line and the field
   */
  static void read(Path file, Lines lines) throws IOException {
    long number = 0;
    try (BufferedReader reader = EventsFile.open(Inputs.readable(file))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          lines.take(number == 1 ? withoutMark(line) : line, number);
        }
      }
    } catch (MalformedEvent e) {
      throw new UserError(
          "%s line %d: %s; mend or remove the line".formatted(file, number, e.getMessage()));
    } catch (ZipException | EOFException e) {
      throw new UserError(
          "%s is not a whole gzip file after line %d; copy it again".formatted(file, number));
    } catch (CharacterCodingException e) {
      throw new UserError("%s is not UTF-8 text after line %d".formatted(file, number));
    }
  }

  /** Spreadsheets put a byte order mark before the first line. */
  private static String withoutMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  /** An item by its id; the same id gives the same object, which saves memory. */
  ItemId item(String field, String id) {
    ItemId known = items.get(id);
    if (known == null) {
      try {
        known = new ItemId(id);
      } catch (IllegalArgumentException e) {
        throw new MalformedEvent(field, String.valueOf(e.getMessage()));
      }
      items.put(id, known);
    }
    return known;
  }
}
