package kikkake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1200    | JPY | ja    | ¥1,200",
        "1200    | JPY | ja-JP | ¥1,200",
        "1200.00 | JPY | en    | ¥1,200",
        "0       | JPY | ja    | ¥0",
        "2.5     | GBP | en    | £2.50",
        "2.55    | GBP | en-GB | £2.55",
        "1234567 | GBP | ja    | £1,234,567.00",
        "12.50   | USD | ja    | $12.50",
        "12.50   | USD | en    | $12.50",
        "12.50   | USD | en-US | $12.50",
        "3.5     | EUR | en    | €3.50",
        "3.5     | EUR | ja    | €3.50",
      })
  void amountsHaveTheDecimalsOfTheirCurrency(
      String amount, String currency, String language, String shown) {
    assertThat(
            Amounts.format(new BigDecimal(amount), Currency.getInstance(currency), language)
                .replace('\u00a0', ' '))
        .isEqualTo(shown);
  }
}
