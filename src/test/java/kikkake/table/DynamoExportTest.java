package kikkake.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoExportTest {
  @Test
  void readsARowOfTheExportWithAllItsTypes() {
    DynamoRow row =
        DynamoExport.read(
            """
            {"Item":{"pk":{"S":"C#花子"},"sk":{"S":"E#P#o-1"},"at":{"N":"1763834400"},\
            "lines":{"B":"AQID"},"held":{"BOOL":true},"plans":{"L":[{"S":"thank-you planned"}]},\
            "none":{"NULL":true},"map":{"M":{"a":{"N":"1"}}},"ss":{"SS":["a"]},"ns":{"NS":["1"]},\
            "bs":{"BS":["AQID"]}}}\
            """);

    assertThat(row.key()).isEqualTo(new DynamoKey("C#花子", "E#P#o-1"));
    assertThat(row.requiredTime("at")).isEqualTo("2025-11-22T18:00:00Z");
    assertThat(row.bytes("lines")).containsExactly(1, 2, 3);
    assertThat(row.flag("held")).isTrue();
    assertThat(row.texts("plans")).isEqualTo(List.of("thank-you planned"));
    SdkBytes bytes = SdkBytes.fromByteArray(new byte[] {1, 2, 3});
    assertThat(row.attributes())
        .containsEntry("none", AttributeValue.fromNul(true))
        .containsEntry("map", AttributeValue.fromM(Map.of("a", AttributeValue.fromN("1"))))
        .containsEntry("ss", AttributeValue.fromSs(List.of("a")))
        .containsEntry("ns", AttributeValue.fromNs(List.of("1")))
        .containsEntry("bs", AttributeValue.fromBs(List.of(bytes)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hanako",
        "",
        "[]",
        "{\"Keys\":{\"pk\":{\"S\":\"hanako\"}}}",
        "{\"Item\":{\"pk\":\"hanako\"}}",
        "{\"Item\":{\"pk\":{\"X\":\"hanako\"}}}",
        "{\"Item\":{\"pk\":{\"B\":\"hana ko!\"}}}"
      })
  void aLineOfSomethingElseIsRefusedWithoutRepeatingIt(String line) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DynamoExport.read(line))
        .withMessageStartingWith("A line of the export ")
        .withMessageNotContaining("hana")
        .withNoCause();
  }
}
