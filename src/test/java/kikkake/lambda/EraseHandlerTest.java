package kikkake.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import kikkake.event.MalformedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the shop names is erased. */
class EraseHandlerTest extends ErasableShop {
  @Test
  void theShopNamesWhomToErase() {
    annaWasHere();
    EraseHandler handler = new EraseHandler(erasure);

    assertThat(handler.handleRequest(Map.of("customer", "anna"), new RecordingContext()))
        .hasEntrySatisfying("rowsRemoved", rows -> assertThat(rows).isPositive());
    assertThat(handler.handleRequest(Map.of("customer", 17), new RecordingContext()))
        .containsEntry("rowsRemoved", 0);
    nothingIsLeftOfAnna();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " anna", "a\u0000b"})
  void anIdThatCannotBeIsRefusedWithoutBeingRepeated(String id) {
    EraseHandler handler = new EraseHandler(erasure);

    assertThatThrownBy(() -> handler.handleRequest(Map.of("customer", id), new RecordingContext()))
        .isInstanceOf(MalformedEvent.class)
        .hasMessageStartingWith("customer: ")
        .hasMessageNotContaining("anna");
    assertThatThrownBy(() -> handler.handleRequest(Map.of(), new RecordingContext()))
        .isInstanceOf(MalformedEvent.class);
  }
}
