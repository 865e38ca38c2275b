package kikkake.local.simulate;

/** Texts as DynamoDB sees them: bytes of UTF-8. */
final class Utf8 {
  private Utf8() {}

  /** How many bytes a text takes. */
  static int length(String text) {
    int bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x800) {
        bytes += Character.isSurrogate(c) ? 1 : 2; // Each half of a pair is two of four bytes.
      } else if (c >= 0x80) {
        bytes++;
      }
    }
    return bytes;
  }

  /** Compares by bytes, which is by code point; Java's own order puts pairs before U+E000. */
  static int compare(String left, String right) {
    int shorter = Math.min(left.length(), right.length());
    for (int i = 0; i < shorter; i++) {
      char l = left.charAt(i);
      char r = right.charAt(i);
      if (l != r) {
        boolean pair = Character.isSurrogate(l);
        return pair == Character.isSurrogate(r) ? Character.compare(l, r) : pair ? 1 : -1;
      }
    }
    return left.length() - right.length();
  }
}
