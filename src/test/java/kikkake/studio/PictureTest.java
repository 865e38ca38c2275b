package kikkake.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
  private static void refused(String stem, byte[] file, Refused.Why why) {
    assertThatThrownBy(() -> Picture.read(stem, Bytes.of(file)))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.why()).isEqualTo(why));
  }

  private static byte[] and(byte[] first, String then) {
    byte[] more = then.getBytes(StandardCharsets.ISO_8859_1);
    byte[] both = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, both, first.length, more.length);
    return both;
  }

  @ParameterizedTest
  @CsvSource({"png,image/png", "jpg,image/jpeg", "gif,image/gif"})
  void aPictureIsNamedByWhatItIs(String ending, String mime) {
    byte[] file = SamplePictures.of(ending, 320, 200);

    Picture picture = Picture.read("sale-banner", Bytes.of(file));

    assertThat(picture.name()).isEqualTo("sale-banner." + ending);
    assertThat(picture.type().mime()).isEqualTo(mime);
    assertThat(picture.width()).isEqualTo(320);
    assertThat(picture.height()).isEqualTo(200);
    assertThat(picture.bytes().array()).isEqualTo(file);
    assertThat(Picture.isName(picture.name())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-a",
        "A",
        "a.png",
        "a b",
        "a/b",
        "../a",
        "a\\b",
        "a\n",
        "é",
        "a%00",
        "ａ",
        "a1234567890123456789012345678901234567890123456789012345678901"
      })
  void namesAreSmallLettersDigitsAndHyphens(String stem) {
    refused(stem, SamplePictures.of("png", 9, 9), Refused.Why.BAD_NAME);
    assertThat(Picture.isName(stem + ".png")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "a.svg", "a.html", "a.png.html", "a.PNG", "a.png/", ".png", "a.png\n"})
  void noOtherNamesAreServed(String name) {
    assertThat(Picture.isName(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GIF89a",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
        "<html><script>alert(1)</script></html>",
        "%PDF-1.4",
        "RIFF\u0000\u0000\u0000\u0000WEBPVP8 ",
        "BM\u0000\u0000"
      })
  void whatIsNoneOfTheThreeTypesIsNoPicture(String file) {
    refused("a", file.getBytes(StandardCharsets.ISO_8859_1), Refused.Why.NOT_A_PICTURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif"})
  void whatCannotBeDecodedIsNoPicture(String format) {
    byte[] whole = SamplePictures.of(format, 64, 64);
    byte[] end = Arrays.copyOfRange(whole, whole.length - 12, whole.length);
    byte[] start = Arrays.copyOf(whole, 20);
    refused("a", start, Refused.Why.NOT_A_PICTURE);
    if (!format.equals("gif")) { // Of a GIF that breaks off, its decoder shows what is there.
      String rest = new String(end, StandardCharsets.ISO_8859_1);
      refused("a", and(start, rest), Refused.Why.NOT_A_PICTURE);
    }
    for (int at = 8; at < Math.min(60, whole.length); at++) {
      byte[] broken = whole.clone();
      broken[at] ^= (byte) 0xff;
      try {
        assertThat(Picture.read("a", Bytes.of(broken)).bytes().array()).isEqualTo(broken);
      } catch (Refused refused) {
        assertThat(refused.why()).isIn(Refused.Why.NOT_A_PICTURE, Refused.Why.TOO_LARGE);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif"})
  void nothingIsPutBehindAPicture(String format) {
    byte[] whole = SamplePictures.of(format, 64, 64);
    refused("a", and(whole, "<script>alert(1)</script>"), Refused.Why.NOT_A_PICTURE);
    refused("a", and(whole, "PK\u0005\u0006"), Refused.Why.NOT_A_PICTURE);
  }

  @Test
  void aFileThatIsOneTypeInFrontAndAnotherBehindIsNeither() {
    byte[] gif = SamplePictures.of("gif", 9, 9);
    byte[] png = SamplePictures.of("png", 9, 9);
    refused("a", and(gif, new String(png, StandardCharsets.ISO_8859_1)), Refused.Why.NOT_A_PICTURE);
  }

  @Test
  void largeFilesAndLongSidesAreRefusedBeforeTheyAreUnpacked() {
    refused("a", new byte[Picture.MOST_BYTES + 1], Refused.Why.TOO_LARGE);
    refused("a", SamplePictures.of("png", 4_001, 1), Refused.Why.TOO_LARGE);
    refused("a", SamplePictures.of("gif", 1, 4_001), Refused.Why.TOO_LARGE);
    byte[] bomb = SamplePictures.of("png", 9, 9);
    bomb[16] = 0x7f; // The width, from here on: two billion.
    refused("a", bomb, Refused.Why.TOO_LARGE);
    byte[] screen = SamplePictures.of("gif", 9, 9);
    screen[7] = 0x7f;
    refused("a", screen, Refused.Why.TOO_LARGE);
    assertThat(Picture.read("a", Bytes.of(SamplePictures.of("jpg", 4_000, 2))).width())
        .isEqualTo(4_000);
  }
}
