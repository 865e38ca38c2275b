package kikkake.spark;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the job is told.
 *
 * @param export the folder of a full export in DynamoDB JSON, which has a folder {@code data}
 * @param table that the lists are written to
 * @param until purchases dated after it do not count: most often the time of the export
 * @param writeUnits that the job may consume in a second
 * @param sampleLines the most lines of orders that the driver chooses the parameters by
 */
record Arguments(String export, String table, Instant until, int writeUnits, int sampleLines) {
  private static final String USAGE =
      "--export s3://BUCKET/PREFIX/AWSDynamoDB/ID --table NAME --until 2026-11-22T18:00:00Z"
          + " [--write-units 500] [--sample-lines 5000000]";

  /** Reads the command line; an error names the argument. */
  static Arguments parse(String... args) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!args[i].startsWith("--") || i + 1 == args.length) {
        throw wrong(args[i] + " has no value");
      }
      if (given.put(args[i], args[i + 1]) != null) {
        throw wrong(args[i] + " is given twice");
      }
    }
    Arguments arguments =
        new Arguments(
            required(given, "--export").replaceFirst("/+$", ""),
            required(given, "--table"),
            time(required(given, "--until")),
            positive("--write-units", given.remove("--write-units"), 500),
            positive("--sample-lines", given.remove("--sample-lines"), 5_000_000));
    if (!given.isEmpty()) {
      throw wrong(given.keySet().iterator().next() + " is unknown");
    }
    return arguments;
  }

  private static String required(Map<String, String> given, String name) {
    String value = given.remove(name);
    if (value == null || value.isBlank()) {
      throw wrong(name + " is missing");
    }
    return value;
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw wrong("--until is no time like 2026-11-22T18:00:00Z: " + text);
    }
  }

  private static int positive(String name, @Nullable String text, int otherwise) {
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw wrong(name + " is no whole number above 0: " + text);
    }
    return Integer.parseInt(text);
  }

  private static IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(what + ". Usage: " + USAGE);
  }
}
