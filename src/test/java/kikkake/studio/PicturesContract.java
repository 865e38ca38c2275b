package kikkake.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of pictures does. */
public abstract class PicturesContract {
  /** An empty store, the same for one test. */
  protected abstract Pictures pictures();

  /** Lets so much time pass that the next picture is newer. */
  protected abstract void pass();

  /** The bytes that are served under a name. */
  protected abstract byte[] served(String name);

  @Test
  void whatWasSavedIsListedWithItsSize() {
    assertThat(pictures().latest()).isEmpty();
    byte[] file = SamplePictures.of("jpg", 640, 120);
    assertThat(pictures().save(Picture.read("sale-banner", Bytes.of(file)))).isTrue();

    assertThat(pictures().latest())
        .singleElement()
        .satisfies(saved -> {
          assertThat(saved.name()).isEqualTo("sale-banner.jpg");
          assertThat(saved.width()).isEqualTo(640);
          assertThat(saved.height()).isEqualTo(120);
          assertThat(saved.bytes()).isEqualTo(file.length);
        });
    assertThat(served("sale-banner.jpg")).isEqualTo(file);
  }

  @Test
  void theNewestComesFirst() {
    for (String name : List.of("m", "z", "a", "k", "b")) {
      assertThat(pictures().save(SamplePictures.named(name))).isTrue();
      pass();
    }
    assertThat(pictures().latest())
        .extracting(Pictures.Saved::name)
        .containsExactly("b.png", "k.png", "a.png", "z.png", "m.png");
    assertThat(pictures().latest()).isEqualTo(pictures().latest());
  }

  @Test
  void aPictureIsNeverReplaced() {
    Picture first = SamplePictures.named("tea");
    assertThat(pictures().save(first)).isTrue();
    Picture other = Picture.read("tea", Bytes.of(SamplePictures.of("png", 10, 10)));

    assertThat(pictures().save(other)).isFalse();
    assertThat(pictures().save(first)).isFalse();

    assertThat(served("tea.png")).isEqualTo(first.bytes().array());
    assertThat(pictures().latest()).hasSize(1);
    assertThat(pictures().save(Picture.read("tea", Bytes.of(SamplePictures.of("gif", 10, 10)))))
        .as("another type has another name")
        .isTrue();
  }

  @Test
  void ofManyAtOnceOneWins() throws Exception {
    Picture picture = SamplePictures.named("tea");
    Callable<Boolean> save = () -> pictures().save(picture);
    try (ExecutorService people = Executors.newFixedThreadPool(8)) {
      List<Future<Boolean>> saved = people.invokeAll(Collections.nCopies(16, save));
      int won = 0;
      for (Future<Boolean> each : saved) {
        won += each.get() ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    }
  }

  @Test
  void noMoreAreListedThanAPageShows() {
    for (int i = 0; i < Pictures.MOST_LISTED + 3; i++) {
      pictures().save(SamplePictures.named("picture-" + i));
    }
    assertThat(pictures().latest()).hasSize(Pictures.MOST_LISTED);
  }
}
