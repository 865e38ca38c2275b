package kikkake.lint;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds what somebody meant who mistyped a name, by edit distance (Damerau 1964): letters put in,
 * left out, changed, or swapped with the next.
 */
final class Nearest {
  private static final int LONGEST = 60;

  private Nearest() {}

  /**
   * The known name that is least far from the one that was written, on the whole or by its last
   * word; null where none is near.
   */
  static @Nullable String name(String written, Collection<String> known) {
    if (written.length() > LONGEST) {
      return null;
    }
    String wanted = written.toLowerCase(Locale.ROOT);
    @Nullable String best = null;
    int least = Integer.MAX_VALUE;
    for (String name : known) {
      String candidate = name.toLowerCase(Locale.ROOT);
      int whole = distance(wanted, candidate);
      int lastWord = 1 + distance(lastWord(wanted), lastWord(candidate));
      int far = whole <= reach(wanted) ? whole : lastWord;
      boolean near = whole <= reach(wanted) || lastWord <= 1 + reach(lastWord(wanted));
      if (near && far < least) {
        least = far;
        best = name;
      }
    }
    return best;
  }

  private static int reach(String name) {
    return Math.max(1, name.length() / 3);
  }

  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** How many such steps lie between two names. */
  static int distance(String a, String b) {
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, a, b, i, j);
      }
    }
    return steps[a.length()][b.length()];
  }

  private static int step(int[][] steps, String a, String b, int i, int j) {
    int change = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(change, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
  }
}
