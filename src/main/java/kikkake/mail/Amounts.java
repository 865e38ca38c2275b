package kikkake.mail;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Amounts of money as a customer reads them. */
public final class Amounts {
  private Amounts() {}

  /**
   * An amount in its currency's own decimals, for example {@code ¥1,200} or {@code £2.55}.
   *
   * @param language BCP 47 tag of the reader
   */
  public static String format(BigDecimal amount, Currency currency, String language) {
    Locale locale = language.startsWith("ja") ? Locale.JAPAN : Locale.forLanguageTag(language);
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(currency);
    format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
    format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
    return format.format(amount).replace('￥', '¥');
  }
}
