package kikkake.local.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lines that could not be used: all are counted, the first few are told. */
final class Complaints {
  private static final int MOST = 10;

  private final List<String> told = new ArrayList<>();
  private long count;

  void add(Path file, long line, String problem) {
    count++;
    if (told.size() < MOST) {
      told.add("%s line %d left out: %s".formatted(file, line, problem));
    }
  }

  long count() {
    return count;
  }

  List<String> told() {
    return List.copyOf(told);
  }

  /** The end of a sentence: the first complaint, in brackets; nothing where there is none. */
  String first() {
    return told.isEmpty() ? "" : " (" + told.getFirst() + ")";
  }
}
