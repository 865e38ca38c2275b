package kikkake.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.function.Consumer;
import kikkake.event.Beacon;
import kikkake.event.MalformedEvent;

/** Takes a beacon of browse events and answers after one write to the events queue. */
public final class CollectHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final PublishableKeys keys;
  private final Consumer<String> events;
  private final InstantSource clock;

  /** For Lambda, which runs this once, before the first beacon. */
  public CollectHandler() {
    this(Environment.OWN);
  }

  CollectHandler(Environment environment) {
    this(PublishableKeys.of(environment), Wiring.eventsQueue(environment), InstantSource.system());
  }

  /**
   * A handler with its queue and clock.
   *
   * @param keys one of which a beacon must have, where there are any
   * @param events puts one message on the events queue
   */
  public CollectHandler(PublishableKeys keys, Consumer<String> events, InstantSource clock) {
    this.keys = keys;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent request, Context context) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    try {
      if (!keys.isEmpty() && !keys.admit(Http.query(request))) {
        answer.put("accepted", 0).putArray("rejected").add(PublishableKeys.REFUSAL);
        return Http.json(403, answer.toString());
      }
      Beacon beacon = Beacon.read(Http.body(request), clock.instant());
      if (beacon.accepted() > 0) {
        events.accept(beacon.message());
      }
      answer.put("accepted", beacon.accepted());
      beacon.rejected().forEach(answer.putArray("rejected")::add);
      return Http.json(beacon.accepted() > 0 ? 202 : 400, answer.toString());
    } catch (MalformedEvent e) {
      answer.put("accepted", 0).putArray("rejected").add(e.getMessage());
      return Http.json(400, answer.toString());
    }
  }
}
