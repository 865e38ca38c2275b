package kikkake.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import kikkake.lint.Finding.Part;
import kikkake.template.MailModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "javascript:alert(1) | unsafe-link",
        "JaVaScRiPt:alert(1) | unsafe-link",
        "java&#115;cript:alert(1) | unsafe-link",
        "java&#x0A;script:alert(1) | unsafe-link",
        "&#9;javascript:alert(1) | unsafe-link",
        "java&Tab;script&colon;alert(1) | unsafe-link",
        "java\u200bscript:alert(1) | unsafe-link",
        "java{{! x }}script:alert(1) | unsafe-link",
        "java{{#customer.name}}x{{/customer.name}}script:x | link-not-https",
        "data:text/html,x | unsafe-link",
        "vbscript:x | unsafe-link",
        "file:///etc/passwd | unsafe-link",
        "http://shop.example/ | link-not-https",
        "//shop.example/ | link-not-https",
        "/sale | link-not-https",
        "# | link-not-https",
        "'' | link-not-https",
        "mailto:a@shop.example | link-not-https",
        "https://evil.example/ | host-refused",
        "https://notshop.example/ | host-refused",
        "https://shop.example.evil.example/ | host-refused",
        "https://shop.example@evil.example/ | link-broken",
        "https://shop.example\\@evil.example/ | link-broken",
        "https://{{customer.name}}.shop.example/ | link-broken",
        "https:// | link-broken",
        "https://sho p.example/ | link-broken",
        "{{customer.name}} | link-variable",
        "{{title}} | link-variable",
        "{{.}} | link-variable",
        "{{shop.url}}.evil.example | link-after-variable",
        "{{shop.url}}@evil.example | link-after-variable",
        "{{shop.url}}{{title}} | link-after-variable",
        "https://shop.example{{#image}}.evil.example{{/image}} | link-not-https",
        "https://shop.example/?n={{customer.name}} | name-in-link",
        "{{shop.url}}?n={{name}} | name-in-link",
        "https://shop.example/p.gif?t={{preferencesUrl}} | name-in-link",
        "{{shop.url}}?from={{unsubscribeUrl}} | name-in-link",
      })
  void refusesAddressesThatLeadSomewhereElse(String address, String code) {
    assertThat(check(address, Set.of("shop.example"))).contains(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example",
        "https://www.shop.example/sale?a=1&amp;b=2#top",
        "HTTPS://SHOP.EXAMPLE/",
        "{{url}}",
        "{{ shop.url }}",
        "{{shop.url}}/sale",
        "{{url}}?from=mail",
        "{{unsubscribeUrl}}",
        "{{#url}}{{url}}{{/url}}{{^url}}{{shop.url}}{{/url}}",
        "https://shop.example/{{#image}}?pictures=1{{/image}}",
      })
  void letsPassTheShopsOwn(String address) {
    assertThat(check(address, Set.of("shop.example"))).isEmpty();
  }

  @Test
  void onlyMentionsOtherSitesWhereTheShopHasNoList() {
    assertThat(check("https://shop.example/", Set.of())).containsExactly("outside-host");
    assertThat(check("{{url}}", Set.of())).isEmpty();
  }

  @Test
  void warnsOfTextsInAddresses() {
    assertThat(check("https://shop.example/?t={{title}}", Set.of("shop.example")))
        .containsExactly("text-in-link");
  }

  private static List<String> check(String address, Set<String> hosts) {
    Findings findings = new Findings(new Wording("en"));
    new Link(MailModel.of("recommendation"), hosts, "", findings).check(Part.MJML, 1, address);
    return findings.sorted().stream().map(Finding::code).toList();
  }
}
