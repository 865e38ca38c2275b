package kikkake.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MailClientsExtractTest {
  private static final String DATA =
      """
      {"last_update_date": "2026-05-13 14:45:41 +0000", "data": [
        {"slug": "css-gap", "title": "gap, column-gap, row-gap", "stats": {
          "gmail": {"desktop-webmail": {"2019": "n", "2022": "a #1"}, "ios": {"2022": "y"}},
          "outlook": {"windows": {"2019": "n"}, "outlook-com": {"2022": "u"}},
          "apple-mail": {"macos": {"14": "n", "15": "y"}, "ios": {"15": "y"}},
          "yahoo": {"ios": {"2022": "n"}}}, "notes_by_num": {"1": "Partial."}},
        {"slug": "html-ruby", "title": "<ruby> element", "stats": {
          "gmail": {"desktop-webmail": {"2019": "n"}, "android": {"2019": "a #1"}},
          "apple-mail": {"ios": {"15": "a #2"}}},
          "notes_by_num": {"1": "Partial. Supported with non Google accounts only.",
            "2": "Partial. Not supported with non Google accounts."}},
        {"slug": "bimi", "title": "BIMI", "stats": {}, "notes_by_num": null}]}
      """;

  @Test
  void keepsTheNewestVersionsOfTheFourClients() throws IOException {
    String extract = MailClientsExtract.extract("2.0.2", new ObjectMapper().readTree(DATA));

    assertThat(extract).startsWith("# Of the npm package caniemail 2.0.2, data of 2026-05-13,");
    assertThat(extract.lines().filter(line -> !line.startsWith("#")))
        .containsExactly(
            "css-gap\tgap, column-gap, row-gap\tproperty:gap,property:column-gap,property:row-gap\t\tay-n",
            "html-ruby\t<ruby>\ttag:ruby\t\tny--");
  }
}
