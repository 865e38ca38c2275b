package kikkake.local;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What an AWS service answers: a JSON body, and the name of the error when it is one. */
record AwsAnswer(int status, JsonNode body, @Nullable String error) {

  static AwsAnswer ok(JsonNode body) {
    return new AwsAnswer(200, body, null);
  }

  /** An error in the shape that both the REST-JSON and the JSON 1.x protocols read. */
  static AwsAnswer error(int status, String type, String message) {
    var body = LocalHttp.JSON.createObjectNode();
    body.put("__type", type);
    body.put("message", message);
    return new AwsAnswer(status, body, type.substring(type.indexOf('#') + 1));
  }

  /** The request asks for something that the laptop does not do. */
  static AwsAnswer unknown(String operation) {
    return error(
        400, "UnknownOperationException", "The laptop's AWS does not know " + operation + ".");
  }
}
