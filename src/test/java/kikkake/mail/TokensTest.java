package kikkake.mail;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.AWKWARD_ID;
import static kikkake.TestData.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import kikkake.event.CustomerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
  private final Tokens tokens = new Tokens("a key that is long enough");

  @ParameterizedTest
  @ValueSource(strings = {"anna", "5", AWKWARD_ID})
  void knowsWhoseTokenItIs(String id) {
    String token = tokens.sign(new CustomerId(id));

    assertThat(tokens.verify(token)).contains(new CustomerId(id));
    assertThat(token).matches("[A-Za-z0-9._-]{1,200}");
  }

  @Test
  void isTheSameEachTime() {
    assertThat(tokens.sign(ANNA)).isEqualTo(tokens.sign(ANNA)).isNotEqualTo(tokens.sign(BEN));
  }

  @Test
  void noCharacterCanBeChangedAddedOrLeftOut() {
    String token = tokens.sign(new CustomerId(AWKWARD_ID));
    for (int i = 0; i < token.length(); i++) {
      String before = token.substring(0, i);
      String after = token.substring(i + 1);
      for (char c : "ABQYgwx019-_.=".toCharArray()) {
        if (c != token.charAt(i)) {
          assertThat(tokens.verify(before + c + after)).as("changed at %d", i).isEmpty();
        }
        assertThat(tokens.verify(before + c + token.substring(i))).as("added at %d", i).isEmpty();
      }
      assertThat(tokens.verify(before + after)).as("left out at %d", i).isEmpty();
      assertThat(tokens.verify(before)).as("cut at %d", i).isEmpty();
    }
    assertThat(tokens.verify(token + "=")).isEmpty();
    assertThat(tokens.verify(token + ".")).isEmpty();
  }

  @Test
  void aTokenOfAnotherKeyIsNotOurs() {
    assertThat(new Tokens("another key, long enough").verify(tokens.sign(ANNA))).isEmpty();
  }

  @Test
  void theSignatureOfOneCustomerDoesNotServeAnother() {
    String[] annas = tokens.sign(ANNA).split("\\.", -1);
    String[] bens = tokens.sign(BEN).split("\\.", -1);

    assertThat(tokens.verify("v1." + bens[1] + "." + annas[2])).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "v1..", "v1.YW5uYQ.", "v2.YW5uYQ.AAAA", "日本語.日本.語"})
  void whatIsNoTokenIsNobodys(String text) {
    assertThat(tokens.verify(text)).isEmpty();
    assertThat(tokens.verify(text.repeat(500))).isEmpty();
  }

  @Test
  void holdsTheIdOfTheCustomerAndNothingElse() {
    String[] parts = tokens.sign(ANNA).split("\\.", -1);

    assertThat(parts).hasSize(3);
    assertThat(parts[0]).isEqualTo("v1");
    assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
        .isEqualTo("anna");
    assertThat(Base64.getUrlDecoder().decode(parts[2])).hasSize(24);
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatThrownBy(() -> new Tokens("fifteen letters"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 16");
  }
}
