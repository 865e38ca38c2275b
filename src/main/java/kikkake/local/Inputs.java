package kikkake.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at the user's files before any work begins. */
public final class Inputs {
  private Inputs() {}

  /** The file, if it can be read. */
  public static Path readable(Path file) {
    if (!Files.exists(file)) {
      throw new UserError("there is no file " + file);
    }
    if (Files.isDirectory(file) || !Files.isReadable(file)) {
      throw new UserError(file + " is not a file that can be read");
    }
    return file;
  }
}
