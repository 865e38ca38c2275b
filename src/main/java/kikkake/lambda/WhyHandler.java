package kikkake.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import kikkake.event.CustomerId;
import kikkake.event.MalformedEvent;
import kikkake.mail.Why;
import org.jspecify.annotations.Nullable;

/**
 * Tells the story of a customer's mails as JSON. The event is {@code {"customer": "c-1"}}, and may
 * have {@code mail} (a business key) and {@code language} ({@code ja} or {@code en}).
 */
public final class WhyHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  private final Why why;

  /** For Lambda, which runs this once, before the first question. */
  public WhyHandler() {
    this(Wiring.fromEnvironment());
  }

  WhyHandler(Wiring wiring) {
    this(wiring.why());
  }

  public WhyHandler(Why why) {
    this.why = why;
  }

  /**
   * Tells.
   *
   * @throws MalformedEvent where a field is missing or wrong; the caller sees it as the call's
   *     error
   */
  @Override
  public Map<String, Object> handleRequest(@Nullable Map<String, Object> event, Context context) {
    CustomerId customer = Invocation.customer(event);
    String language = Invocation.text(event, "language", "en");
    if (!language.equals("ja") && !language.equals("en")) {
      throw new MalformedEvent("language", "must be ja or en");
    }
    return why.tell(customer, Invocation.text(event, "mail", ""))
        .tree(customer, language.equals("ja"));
  }
}
