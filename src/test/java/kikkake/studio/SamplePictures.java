package kikkake.studio;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures for the tests, with something on them. */
public final class SamplePictures {
  private SamplePictures() {}

  /**
   * A picture's file.
   *
   * @param format {@code png}, {@code jpg} or {@code gif}
   */
  public static byte[] of(String format, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.GREEN);
    pen.fillOval(0, 0, width, height);
    pen.dispose();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  /** A picture that was looked into. */
  public static Picture named(String stem) {
    return Picture.read(stem, Bytes.of(of("png", 60, 40)));
  }
}
