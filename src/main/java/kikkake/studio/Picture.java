package kikkake.studio;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A picture for mails that was looked into: it is of the type that its first bytes say, ends as
 * that type does, and can be decoded.
 *
 * @param name with the type's ending, for example {@code sale-banner.png}
 * @param width in pixels
 * @param height in pixels
 */
public record Picture(String name, Type type, int width, int height, Bytes bytes) {
  /** The largest file, in bytes. */
  public static final int MOST_BYTES = 1_000_000;

  /** The longest side, in pixels. */
  public static final int LONGEST_SIDE = 4_000;

  static final String LIMITS = "1,000,000 bytes, 4,000 × 4,000 px";

  private static final Pattern STEM = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}\\.(png|jpg|gif)");

  static {
    ImageIO.setUseCache(false); // No files in a function's folder.
  }

  /** What mail programs show. No SVG: it may hold scripts, and hardly any mail program shows it. */
  public enum Type {
    PNG("png", "image/png", "\u0089PNG\r\n\u001a\n", "IEND\u00aeB`\u0082"),
    JPEG("jpg", "image/jpeg", "\u00ff\u00d8\u00ff", "\u00ff\u00d9"),
    GIF("gif", "image/gif", "GIF8", "\u0000;");

    private final String ending;
    private final String mime;
    private final String first;
    private final String last;

    /**
     * @param first how its files begin, a byte a character; {@code last} how they end
     */
    Type(String ending, String mime, String first, String last) {
      this.ending = ending;
      this.mime = mime;
      this.first = first;
      this.last = last;
    }

    /** Of a name; without a dot. */
    public String ending() {
      return ending;
    }

    /** As {@code Content-Type} says it. */
    public String mime() {
      return mime;
    }

    /** The type whose first and last bytes a file has; empty where that is none of these. */
    static Optional<Type> of(byte[] file) {
      String bytes = new String(file, StandardCharsets.ISO_8859_1);
      return Arrays.stream(values())
          .filter(type -> bytes.startsWith(type.first) && bytes.endsWith(type.last))
          .findFirst();
    }
  }

  /** Whether a name is that of a picture that may have been saved. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * Looks into a file.
   *
   * @param stem its name, without the type's ending
   * @throws Refused where the name or the file is not as it must be
   */
  public static Picture read(String stem, Bytes file) {
    if (!STEM.matcher(stem).matches()) {
      throw new Refused(400, Refused.Why.BAD_NAME, "a-z, 0-9, -");
    }
    if (file.length() > MOST_BYTES) {
      throw tooLarge();
    }
    byte[] bytes = file.array();
    Type type = Type.of(bytes).orElseThrow(Picture::none);
    if (type == Type.GIF && (side(bytes, 6) > LONGEST_SIDE || side(bytes, 8) > LONGEST_SIDE)) {
      throw tooLarge(); // The screen, on which the first frame may be small.
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      ImageReader reader = reader(type);
      try {
        // Without what is written beside the pixels, which may unpack to more than memory holds.
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width > LONGEST_SIDE || height > LONGEST_SIDE) {
          throw tooLarge();
        }
        @Nullable BufferedImage decoded = reader.read(0);
        if (decoded == null) {
          throw none();
        }
        int shownWidth = type == Type.GIF ? side(bytes, 6) : width;
        int shownHeight = type == Type.GIF ? side(bytes, 8) : height;
        return new Picture(stem + "." + type.ending(), type, shownWidth, shownHeight, file);
      } finally {
        reader.dispose();
      }
    } catch (Refused refused) {
      throw refused;
    } catch (IOException | RuntimeException e) {
      throw none(); // The decoders throw whatever a broken file leads them to.
    }
  }

  private static ImageReader reader(Type type) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.mime());
    return readers.next(); // Every Java has all three.
  }

  /** Two bytes of a GIF's head, the lower one first. */
  private static int side(byte[] bytes, int at) {
    return bytes.length < at + 2 ? 0 : (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
  }

  private static Refused none() {
    return new Refused(400, Refused.Why.NOT_A_PICTURE);
  }

  private static Refused tooLarge() {
    return new Refused(413, Refused.Why.TOO_LARGE, LIMITS);
  }
}
