package kikkake.customer;

import static kikkake.TestData.AWKWARD_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.Locale;
import kikkake.event.CustomerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerProofsTest {
  private static final String KEY = "local-customer-key-0123456789";
  private static final CustomerId CUSTOMER = new CustomerId("customer-1");

  /** By {@code printf %s customer-1 | openssl dgst -sha256 -hmac local-customer-key-0123456789}. */
  private static final String SIGNATURE =
      "726b6c1b3122ab4c8d64bdc079a5d462579e3cf2e67f7b2c3e6b13d63eb7c891";

  private final CustomerProofs proofs = new CustomerProofs(KEY);

  @Test
  void takesWhatOpensslSigns() {
    assertThat(proofs.proves(CUSTOMER, SIGNATURE)).isTrue();
    assertThat(proofs.proves(CUSTOMER, SIGNATURE.toUpperCase(Locale.ROOT))).isTrue();
  }

  @Test
  void everyKeyVerifies() {
    assertThat(new CustomerProofs("another-key-0123456789," + KEY).proves(CUSTOMER, SIGNATURE))
        .isTrue();
    assertThat(new CustomerProofs("another-key-0123456789").proves(CUSTOMER, SIGNATURE)).isFalse();
  }

  @Test
  void aSignatureIsOneCustomers() {
    assertThat(proofs.proves(new CustomerId("customer-2"), SIGNATURE)).isFalse();
    String awkward = HexFormat.of().formatHex(new Hmac(KEY).of(AWKWARD_ID));
    assertThat(proofs.proves(new CustomerId(AWKWARD_ID), awkward)).isTrue();
    assertThat(proofs.proves(CUSTOMER, awkward)).isFalse();
  }

  @Test
  void noDigitCanBeChangedOrLeftOut() {
    for (int i = 0; i < SIGNATURE.length(); i++) {
      String before = SIGNATURE.substring(0, i);
      char other = SIGNATURE.charAt(i) == '0' ? '1' : '0';
      assertThat(proofs.proves(CUSTOMER, before + other + SIGNATURE.substring(i + 1))).isFalse();
      assertThat(proofs.proves(CUSTOMER, before)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "zz", "署名", " ", "0x00", "00"})
  void whatIsNoSignatureProvesNothing(String signature) {
    assertThat(proofs.proves(CUSTOMER, signature)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", KEY + ",", "," + KEY, KEY + ",short"})
  void aKeyThatProtectsNothingIsRefusedWithoutRepeatingIt(String keys) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CustomerProofs(keys))
        .withMessage("a customer key must have at least 16 characters");
  }
}
