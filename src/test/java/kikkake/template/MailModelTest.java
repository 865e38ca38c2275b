package kikkake.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kikkake.template.MailModel.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailModelTest {
  @ParameterizedTest
  @CsvSource({"thank-you, thank-you", "recommendation, 'recommendation, browse-follow-up'"})
  void isWhatTheDocumentationSays(String kind, String heading) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("docs/templates.md"));
    List<String> rows =
        lines.subList(lines.indexOf("### " + heading), lines.size()).stream()
            .dropWhile(line -> !line.startsWith("| `"))
            .takeWhile(line -> line.startsWith("| `"))
            .toList();

    List<String> expected = new ArrayList<>();
    rows("", MailModel.of(kind).fields(), expected);
    assertThat(rows).containsExactlyElementsOf(expected);
  }

  @Test
  void isTheSameForBothKindsOfAdvertising() {
    assertThat(MailModel.of("browse-follow-up").fields())
        .isEqualTo(MailModel.of("recommendation").fields());
    assertThatIllegalArgumentException().isThrownBy(() -> MailModel.of("birthday"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"thank-you", "recommendation", "browse-follow-up"})
  void fitsTheModelsThatTheTemplatesAreTestedWith(String kind) {
    assertThat(MailModel.of(kind).misfits(Models.of(kind).build())).isEmpty();
    assertThat(MailModel.of(kind).misfits(Models.of(kind).noName().noImages().build())).isEmpty();
  }

  @Test
  void saysWhatDoesNotFit() {
    MailModel model = MailModel.of("thank-you");
    Map<String, Object> odd =
        Models.thankYou().with("coupon", "10%").with("customer", "Anna").build();
    odd.remove("unsubscribeUrl");
    odd.put(
        "order",
        Map.of("id", 7, "date", "", "lines", List.of(Map.of("title", "Tea", "quantity", 1))));

    assertThat(model.misfits(odd))
        .containsExactlyInAnyOrder(
            "coupon is not documented",
            "customer must be a GROUP",
            "order.total is missing",
            "order.lines[0].amount is missing",
            "unsubscribeUrl is missing beside recommendations");
    assertThat(
            MailModel.of("recommendation").misfits(Models.advertising().recommendations(0).build()))
        .containsExactly("items must be a LIST");
  }

  private static void rows(String path, Map<String, Field> fields, List<String> rows) {
    fields.forEach((name, field) -> {
      boolean inList = path.endsWith("`: `");
      String whole = path + name;
      // A group that is always there needs no row of its own.
      if (field.type() != MailModel.Type.GROUP || field.optional()) {
        rows.add("| `" + whole + "` | " + word(field.type()) + " | " + there(field) + " |");
      }
      if (!inList) {
        rows(whole + (field.type() == MailModel.Type.LIST ? "`: `" : "."), field.fields(), rows);
      }
    });
  }

  private static String word(MailModel.Type type) {
    return type == MailModel.Type.URL ? "address" : type.name().toLowerCase(Locale.ROOT);
  }

  private static String there(Field field) {
    if (field.comesWith() != null) {
      return "with `" + field.comesWith() + "`";
    }
    return field.optional() ? "maybe" : "always";
  }
}
