package kikkake.template;

import java.io.Writer;

/** Text that stops growing before it fills the memory. */
final class BoundedText extends Writer {
  /** The most characters that a part of a mail may come out with; mail clients clip far below. */
  static final int LONGEST = 1_000_000;

  static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final StringBuilder text;

  /** Begins with room for as much as it may well become. */
  BoundedText(int usual) {
    this.text = new StringBuilder(Math.min(usual, LONGEST));
  }

  @Override
  public void write(int character) {
    text.append((char) character);
    check();
  }

  @Override
  public void write(String more) {
    text.append(more);
    check();
  }

  @Override
  public void write(String more, int offset, int length) {
    text.append(more, offset, offset + length);
    check();
  }

  @Override
  public void write(char[] more, int offset, int length) {
    text.append(more, offset, length);
    check();
  }

  private void check() {
    if (text.length() > LONGEST) {
      throw new TooLong();
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return text.toString();
  }
}
