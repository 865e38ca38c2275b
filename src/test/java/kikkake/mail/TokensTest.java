package kikkake.mail;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.AWKWARD_ID;
import static kikkake.TestData.BEN;
import static kikkake.TestData.TOKEN_KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import kikkake.event.CustomerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
  private final Tokens tokens = new Tokens(TOKEN_KEYS);

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
    Tokens others = new Tokens("{\"signs\":\"k\",\"k\":\"another key, long enough\"}");

    assertThat(others.verify(tokens.sign(ANNA))).isEmpty();
  }

  @Test
  void theSignatureOfOneCustomerDoesNotServeAnother() {
    String[] annas = tokens.sign(ANNA).split("\\.", -1);
    String[] bens = tokens.sign(BEN).split("\\.", -1);

    assertThat(tokens.verify("v2.k." + bens[2] + "." + annas[3])).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "...",
        "v1..",
        "v1.YW5uYQ.",
        "v2.YW5uYQ.AAAA",
        "v2...",
        "v2.k.YW5uYQ.",
        "v2.unknown.YW5uYQ.AAAA",
        "v3.k.YW5uYQ.AAAA",
        "日本語.日本.語",
        "v2.k.日本.語"
      })
  void whatIsNoTokenIsNobodys(String text) {
    assertThat(tokens.verify(text)).isEmpty();
    assertThat(tokens.verify(text.repeat(500))).isEmpty();
  }

  @Test
  void holdsTheIdOfTheCustomerAndNothingElse() {
    String[] parts = tokens.sign(ANNA).split("\\.", -1);

    assertThat(parts).hasSize(4).startsWith("v2", "k");
    assertThat(new String(Base64.getUrlDecoder().decode(parts[2]), StandardCharsets.UTF_8))
        .isEqualTo("anna");
    assertThat(Base64.getUrlDecoder().decode(parts[3])).hasSize(24);
  }

  @Test
  void theTokensOfAnOlderKeyWorkAfterANewOneSigns() {
    Tokens before = new Tokens("{\"signs\":\"k1\",\"k1\":\"the first of two keys\"}");
    Tokens after =
        new Tokens(
            "{\"signs\":\"k2\",\"k1\":\"the first of two keys\",\"k2\":\"the second of two keys\"}");
    Tokens later = new Tokens("{\"signs\":\"k2\",\"k2\":\"the second of two keys\"}");

    assertThat(after.verify(before.sign(ANNA))).contains(ANNA);
    assertThat(after.verify(after.sign(ANNA))).contains(ANNA);
    assertThat(after.sign(ANNA)).startsWith("v2.k2.");
    assertThat(before.verify(after.sign(ANNA))).as("a key it does not have").isEmpty();
    assertThat(later.verify(before.sign(ANNA))).as("a key taken away").isEmpty();
  }

  @Test
  void aTokenThatNamesAnotherKeyThanSignedItIsNotOurs() {
    Tokens two =
        new Tokens(
            "{\"signs\":\"k1\",\"k1\":\"the first of two keys\",\"k2\":\"the second of two keys\"}");

    assertThat(two.verify(two.sign(ANNA).replace("v2.k1.", "v2.k2."))).isEmpty();
  }

  @Test
  void aTokenThatNamesNoKeyIsNobodysHoweverWellItIsSigned() {
    // Signed with "local-token-key-0123456789", for c-1001.
    String noKey = "v1.Yy0xMDAx.iRPcBt9hElWfxiK3hyVxX_8oij8IUpSd";
    Tokens likeItsBeginning =
        new Tokens("{\"signs\":\"v1\",\"v1\":\"local-token-key-0123456789\"}");

    assertThat(likeItsBeginning.verify(noKey)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a key that is long enough",
        "",
        "[]",
        "{}",
        "{\"signs\":\"k1\"}",
        "{\"signs\":\"k2\",\"k1\":\"a secret that is long enough\"}",
        "{\"k1\":\"a secret that is long enough\"}",
        "{\"signs\":\"k1\",\"k1\":\"a secret, short\"}",
        "{\"signs\":\"k1\",\"k1\":1234567890123456789}",
        "{\"signs\":\"k.1\",\"k.1\":\"a secret that is long enough\"}",
        "{\"signs\":\"k1\",\"k1\":\"a secret that is long enough\",\"k2\":\"a secret, short\"}",
      })
  void keysThatCannotServeAreRefusedWithoutBeingRepeated(String keys) {
    assertThatThrownBy(() -> new Tokens(keys))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("token key")
        .hasMessageNotContainingAny("a secret", "1234567890123456789");
  }
}
