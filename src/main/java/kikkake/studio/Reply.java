package kikkake.studio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer of the studio.
 *
 * @param headers by their names in small letters
 * @param cookies whole {@code Set-Cookie} values
 */
public record Reply(int status, Map<String, String> headers, List<String> cookies, Bytes body) {
  private static final String CONTENT_TYPE = "content-type";

  public Reply {
    headers = Map.copyOf(headers);
    cookies = List.copyOf(cookies);
  }

  public static Reply of(int status, String contentType, Bytes body) {
    return new Reply(status, Map.of(CONTENT_TYPE, contentType), List.of(), body);
  }

  public static Reply html(int status, String html) {
    return of(status, "text/html; charset=utf-8", Bytes.of(html));
  }

  public static Reply json(int status, JsonNode json) {
    return of(status, "application/json", Bytes.of(json.toString()));
  }

  /** Goes on to another page of the studio, with a GET. */
  public static Reply seeOther(String path) {
    return of(303, "text/plain", Bytes.NONE).with("location", path);
  }

  public Reply with(String header, String value) {
    Map<String, String> all = new HashMap<>(headers);
    all.put(header, value);
    return new Reply(status, all, cookies, body);
  }

  /** With a header, unless there is one of that name. */
  Reply withDefault(String header, String value) {
    return headers.containsKey(header) ? this : with(header, value);
  }

  /** With one cookie more. */
  public Reply withCookie(String cookie) {
    List<String> all = new ArrayList<>(cookies);
    all.add(cookie);
    return new Reply(status, headers, all, body);
  }
}
