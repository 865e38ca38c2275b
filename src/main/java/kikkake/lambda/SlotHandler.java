package kikkake.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import kikkake.customer.CustomerProofs;
import kikkake.event.CustomerId;
import kikkake.event.MalformedEvent;
import kikkake.event.Who;
import kikkake.journey.ShownItem;
import kikkake.journey.Slot;

/**
 * Answers the shop's pages with items for a slot, and with the script that asks for them.
 *
 * <p>A customer is answered only with the backend's signature; a visitor id cannot be guessed. How
 * long an answer may be kept follows from the question alone, so that it does not tell who is
 * known.
 */
public final class SlotHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final String SCRIPT_ROUTE = "/kikkake.js";
  private static final String FOR_ONE = "private, max-age=60";
  private static final String FOR_ALL = "public, max-age=300";

  private final Slot slot;
  private final PublishableKeys keys;
  private final CustomerProofs proofs;
  private final SlotScript script = new SlotScript();

  /** For Lambda, which runs this once, before the first request. */
  public SlotHandler() {
    this(Environment.OWN);
  }

  SlotHandler(Environment environment) {
    this(
        Wiring.of(environment).slot(environment.required("KIKKAKE_SHOP_URL")),
        PublishableKeys.of(environment),
        new CustomerProofs(environment.required("KIKKAKE_CUSTOMER_KEYS")));
  }

  /**
   * A handler with its parts.
   *
   * @param keys without any, nobody gets an answer
   */
  public SlotHandler(Slot slot, PublishableKeys keys, CustomerProofs proofs) {
    this.slot = slot;
    this.keys = keys;
    this.proofs = proofs;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent request, Context context) {
    String method = Http.method(request);
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return Http.error(405, "method: must be GET");
    }
    String route = request.getRouteKey();
    if (route != null && route.endsWith(SCRIPT_ROUTE)) {
      return script.answer(Http.header(request, "if-none-match"));
    }
    try {
      Map<String, String> query = Http.query(request);
      return keys.admit(query)
          ? answer(SlotQuestion.read(query))
          : Http.error(403, PublishableKeys.REFUSAL);
    } catch (MalformedEvent e) {
      return Http.error(400, String.valueOf(e.getMessage()));
    }
  }

  private APIGatewayV2HTTPResponse answer(SlotQuestion question) {
    Who who = question.who();
    CustomerId customer = who.customer();
    if (customer != null && !proofs.proves(customer, question.signature())) {
      return Http.error(403, "signature: does not prove this customer");
    }
    List<ShownItem> items =
        question.again()
            ? slot.again(who, question.items(), question.language())
            : slot.fill(who, question.items(), question.language());
    return Http.kept(json(items), who.equals(Who.NOBODY) ? FOR_ALL : FOR_ONE);
  }

  private static String json(List<ShownItem> shown) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode items = answer.putArray("items");
    for (ShownItem item : shown) {
      ObjectNode node = items.addObject();
      node.put("id", item.id().value()).put("title", item.title()).put("url", item.url());
      if (item.image() != null) {
        node.put("image", item.image());
      }
      if (item.price() != null) {
        node.put("price", item.price());
      }
      node.putObject("reason").put("code", item.code()).put("text", item.reason());
    }
    return answer.toString();
  }
}
