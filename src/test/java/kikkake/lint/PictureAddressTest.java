package kikkake.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import kikkake.lint.Finding.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shop's own pictures may be shown wherever they are kept, and nothing else from there. */
class PictureAddressTest {
  private static final String LAPTOP = "http://127.0.0.1:8080/pictures/";
  private static final String AWS = "https://d111111abcdef8.cloudfront.net/pictures/";

  /** The line as the page of the pictures writes it. */
  private static List<String> errors(Lint lint, String address) {
    String line =
        "<mj-section><mj-column><mj-image src=\""
            + address
            + "\" alt=\"Tea\" width=\"600px\" height=\"200px\" /></mj-column>"
            + "</mj-section>";
    return Drafts.codes(lint.check(Drafts.body(line), List.of(), "en"), Severity.ERROR);
  }

  private static Lint lint() {
    return new Lint(MjmlCompiler.builtIn(), Set.of("shop.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {LAPTOP, AWS})
  void aPictureOfTheShopIsAllowedWhereItIsKept(String place) {
    assertThat(errors(lint().withPictures(place), place + "spring-sale.png")).isEmpty();
    assertThat(errors(lint(), place + "spring-sale.png")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spring-sale.svg",
        "spring-sale.png?x={{customer.name}}",
        "../studio/sign-out",
        "a.png#x",
        "",
        "{{customer.name}}.png"
      })
  void nothingElseFromThere(String rest) {
    assertThat(errors(lint().withPictures(LAPTOP), LAPTOP + rest)).isNotEmpty();
    assertThat(errors(lint().withPictures(AWS), AWS + rest)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8081/pictures/a.png",
        "http://evil.example/pictures/a.png",
        "http://127.0.0.1:8080@evil.example/pictures/a.png",
        "https://d111111abcdef8.cloudfront.net.evil.example/pictures/a.png"
      })
  void noOtherPlace(String address) {
    assertThat(errors(lint().withPictures(LAPTOP), address)).isNotEmpty();
  }
}
