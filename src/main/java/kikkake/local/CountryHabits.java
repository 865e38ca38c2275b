package kikkake.local;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The language and the time zone of most people in a country, by the country's name as it stands in
 * the Online Retail data; none of both where the name is no country, or one we do not know.
 *
 * @param language BCP 47 tag
 * @param zone IANA time zone
 */
record CountryHabits(@Nullable String language, @Nullable String zone) {
  private static final CountryHabits UNKNOWN = new CountryHabits(null, null);

  private static final Map<String, CountryHabits> BY_NAME =
      Map.ofEntries(
          entry("Australia", "en-AU", "Australia/Sydney"),
          entry("Austria", "de-AT", "Europe/Vienna"),
          entry("Bahrain", "ar", "Asia/Bahrain"),
          entry("Belgium", "nl-BE", "Europe/Brussels"),
          entry("Brazil", "pt-BR", "America/Sao_Paulo"),
          entry("Canada", "en-CA", "America/Toronto"),
          entry("Channel Islands", "en-GB", "Europe/Jersey"),
          entry("Cyprus", "el", "Asia/Nicosia"),
          entry("Czech Republic", "cs", "Europe/Prague"),
          entry("Denmark", "da", "Europe/Copenhagen"),
          entry("EIRE", "en-IE", "Europe/Dublin"),
          entry("Finland", "fi", "Europe/Helsinki"),
          entry("France", "fr", "Europe/Paris"),
          entry("Germany", "de", "Europe/Berlin"),
          entry("Greece", "el", "Europe/Athens"),
          entry("Hong Kong", "zh-HK", "Asia/Hong_Kong"),
          entry("Iceland", "is", "Atlantic/Reykjavik"),
          entry("Israel", "he", "Asia/Jerusalem"),
          entry("Italy", "it", "Europe/Rome"),
          entry("Japan", "ja", "Asia/Tokyo"),
          entry("Lebanon", "ar", "Asia/Beirut"),
          entry("Lithuania", "lt", "Europe/Vilnius"),
          entry("Malta", "en-MT", "Europe/Malta"),
          entry("Netherlands", "nl", "Europe/Amsterdam"),
          entry("Norway", "nb", "Europe/Oslo"),
          entry("Poland", "pl", "Europe/Warsaw"),
          entry("Portugal", "pt-PT", "Europe/Lisbon"),
          entry("RSA", "en-ZA", "Africa/Johannesburg"),
          entry("Saudi Arabia", "ar", "Asia/Riyadh"),
          entry("Singapore", "en-SG", "Asia/Singapore"),
          entry("Spain", "es", "Europe/Madrid"),
          entry("Sweden", "sv", "Europe/Stockholm"),
          entry("Switzerland", "de-CH", "Europe/Zurich"),
          entry("USA", "en-US", "America/New_York"),
          entry("United Arab Emirates", "ar", "Asia/Dubai"),
          entry("United Kingdom", "en-GB", "Europe/London"));

  static CountryHabits of(String country) {
    return BY_NAME.getOrDefault(country, UNKNOWN);
  }

  private static Map.Entry<String, CountryHabits> entry(
      String country, String language, String zone) {
    return Map.entry(country, new CountryHabits(language, zone));
  }
}
