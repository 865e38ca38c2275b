package kikkake.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import kikkake.studio.Pictures;
import kikkake.studio.PicturesContract;
import kikkake.studio.SamplePictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFolderTest extends PicturesContract {
  @TempDir private Path data;
  private PictureFolder pictures = new PictureFolder(Path.of("not-yet"));

  @BeforeEach
  void open() {
    pictures = new PictureFolder(data.resolve("pictures"));
  }

  @Override
  protected Pictures pictures() {
    return pictures;
  }

  /** Makes what is there older. */
  @Override
  protected void pass() {
    try (Stream<Path> files = Files.list(data.resolve("pictures"))) {
      for (Path file : files.toList()) {
        Instant before = Files.getLastModifiedTime(file).toInstant();
        Files.setLastModifiedTime(file, FileTime.from(before.minusSeconds(60)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected byte[] served(String name) {
    return pictures.find(name).orElseThrow().bytes().array();
  }

  @Test
  void whatSomebodyPutThereUnderAFalseNameIsNeitherListedNorServed() throws IOException {
    Path folder = Files.createDirectories(data.resolve("pictures"));
    Files.write(folder.resolve("page.png"), "<html>".getBytes(StandardCharsets.UTF_8));
    Files.write(folder.resolve("really-a-gif.png"), SamplePictures.of("gif", 9, 9));
    Files.write(folder.resolve("Secret.txt"), new byte[9]);
    Files.write(data.resolve("outside.png"), SamplePictures.of("png", 9, 9));

    assertThat(pictures.latest()).isEmpty();
    for (String name :
        new String[] {"page.png", "really-a-gif.png", "Secret.txt", "../outside.png"}) {
      assertThat(pictures.find(name)).as(name).isEmpty();
    }
  }
}
