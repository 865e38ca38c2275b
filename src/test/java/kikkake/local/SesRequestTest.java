package kikkake.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SesRequestTest {
  @Test
  void takesFortyMegabytesAndNotOneMore() throws Exception {
    assertThat(SesRequest.read(request(SesRequest.MOST_BYTES)).raw())
        .hasSize(SesRequest.MOST_BYTES);
    assertThatThrownBy(() -> SesRequest.read(request(SesRequest.MOST_BYTES + 1)))
        .isInstanceOf(SesRequest.Invalid.class)
        .hasMessageContaining("41943040");
  }

  @Test
  void takesSenderAndRecipientsFromTheMailWhereTheRequestHasNone() throws Exception {
    SesRequest request = SesRequest.read(request(1000));

    assertThat(request.from()).isEqualTo("shop@example.com");
    assertThat(request.to()).containsExactly("anna@example.com");
  }

  @Test
  void refusesWhatIsNeitherJsonNorBase64NorContent() {
    for (String body : new String[] {"", "{", "{}", "{\"Content\":{\"Raw\":{\"Data\":\"%%\"}}}"}) {
      assertThatThrownBy(() -> SesRequest.read(body.getBytes(StandardCharsets.UTF_8)))
          .as(body)
          .isInstanceOf(SesRequest.Invalid.class);
    }
  }

  private static byte[] request(int size) {
    byte[] head =
        "From: shop@example.com\r\nTo: anna@example.com\r\n\r\n".getBytes(StandardCharsets.UTF_8);
    byte[] mime = Arrays.copyOf(head, size);
    Arrays.fill(mime, head.length, size, (byte) 'a');
    String data = Base64.getEncoder().encodeToString(mime);
    return "{\"Content\":{\"Raw\":{\"Data\":\"%s\"}}}"
        .formatted(data)
        .getBytes(StandardCharsets.UTF_8);
  }
}
