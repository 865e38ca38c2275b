package kikkake.lint;

import static kikkake.lint.Drafts.LINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import kikkake.lint.Finding.Part;
import kikkake.lint.Finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LooksCheckTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<img src=\"{{shop.url}}/a.png\" width=\"60\" height=\"60\"> | picture-alt",
        "<img src=\"{{shop.url}}/a.png\" alt=\"A cup\" height=\"60\"> | picture-size",
        "<img src=\"{{shop.url}}/a.png\" alt=\"A cup\" width=\"60\"> | picture-size",
        "<img src=\"{{shop.url}}/a.png\" alt=\"A cup\" width=\"100%\" height=\"60\"> | picture-size",
        "<a href=\"{{shop.url}}\"></a> | link-without-words",
        "<a href=\"{{shop.url}}\"> &nbsp; </a> | link-without-words",
        "<a href=\"{{shop.url}}\"><img src=\"{{shop.url}}/a.png\" alt=\"\" width=\"6\" height=\"6\"></a> | link-without-words",
        "<p style=\"color:#eeeeee\">pale</p> | contrast-low",
        "<p style=\"color:#fff\">white on the card</p> | contrast-low",
        "<p style=\"background-color:#333;color:rgb(60, 60, 60)\">dark</p> | contrast-low",
        "<p style=\"background:navy\"><b style=\"color:black\">dark</b></p> | contrast-low",
      })
  void refusesWhatCannotBeSeenOrRead(String html, String code) {
    assertThat(Drafts.errorsAt(Part.MJML, Drafts.lint(Drafts.text(html))))
        .contains(code + "@" + LINE);
  }

  @Test
  void warnsOfTextThatIsHardToRead() {
    List<Finding> findings = Drafts.lint(Drafts.text("<p style=\"color:#888888\">grey</p>"));

    assertThat(Drafts.codes(findings, Severity.WARNING)).containsExactly("contrast-weak");
    assertThat(Drafts.codes(findings, Severity.ERROR)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=\"{{shop.url}}/a.png\" alt=\"\" width=\"60\" height=\"60px\">",
        "<a href=\"{{shop.url}}\"><img src=\"{{shop.url}}/a.png\" alt=\"Shop\" width=\"6\" height=\"6\"></a>",
        "<a href=\"{{shop.url}}\" style=\"color:#3d5a45\">{{shop.name}}</a>",
        "<p style=\"color:#fff;background-color:#3d5a45\">white on green</p>",
        "<p style=\"color:#888888;font-size:24px\">large</p>",
        "<p style=\"color:currentcolor\">unknown</p>",
      })
  void letsPassWhatCanBeRead(String html) {
    assertThat(Drafts.lint(Drafts.text(html))).isEmpty();
  }

  @Test
  void measuresContrastAsWcagDoes() {
    assertThat(Contrast.ratio(0x000000, 0xffffff)).isEqualTo(21, within(1e-9));
    assertThat(Contrast.ratio(0x777777, 0xffffff)).isEqualTo(4.48, within(0.005));
    assertThat(Contrast.ratio(0xffffff, 0xffffff)).isEqualTo(1, within(1e-9));
  }

  @Test
  void wantsPicturesOfMjmlDescribedToo() {
    String image =
        "<mj-section><mj-column><mj-image src=\"{{shop.url}}/a.png\" /></mj-column></mj-section>";

    assertThat(Drafts.errors(Drafts.body(image)))
        .containsExactly("picture-alt", "picture-size", "picture-size");
  }
}
