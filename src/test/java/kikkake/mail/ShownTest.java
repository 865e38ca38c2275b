package kikkake.mail;

import static kikkake.TestData.AWKWARD_ID;
import static kikkake.TestData.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {
  @ParameterizedTest
  @CsvSource({
    "bought-with black tea,            bought together with black tea,  black tea と一緒に買われている",
    "looked-at-with black tea,         others who looked at black tea looked at it,  black tea を見た人が見ている",
    "looked-at 2026-04-10T03:00:00Z,   the customer looked at it,       お客様が閲覧した",
    "in-cart 2026-04-10T03:00:00Z,     it is in the cart,               カートに入っている",
    "popular,                          it sells well,                   よく売れている",
  })
  void tellsAClerkWhyAnItemIsThere(String reason, String english, String japanese) {
    Shown shown = new Shown(item("cup"), reason);

    assertThat(shown.text(false)).isEqualTo(english);
    assertThat(shown.text(true)).isEqualTo(japanese);
    assertThat(Shown.of(shown.line())).isEqualTo(shown);
  }

  @Test
  void anIdMayHoldAnythingButATab() {
    Shown shown = new Shown(item(AWKWARD_ID), "bought-with " + AWKWARD_ID);

    assertThat(Shown.of(shown.line())).isEqualTo(shown);
  }

  @Test
  void aRowThatKeptTheIdAloneIsRead() {
    Shown shown = Shown.of("black tea");

    assertThat(shown.item()).isEqualTo(item("black tea"));
    assertThat(shown.text(false)).isEqualTo("the reason was not kept");
  }

  @Test
  void anUnknownReasonIsToldByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Shown(item("cup"), "because").text(false))
        .withMessage("No reason for an item: because");
  }
}
