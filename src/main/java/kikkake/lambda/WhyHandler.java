package kikkake.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.List;
import java.util.Map;
import kikkake.event.CustomerId;
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

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    String customer = text(event, "customer", null);
    String language = text(event, "language", "en");
    if (!language.equals("ja") && !language.equals("en")) {
      throw new IllegalArgumentException("language must be ja or en");
    }
    List<Map<String, Object>> mails =
        why.tell(new CustomerId(customer), text(event, "mail", "")).stream()
            .map(story -> story.tree(language.equals("ja")))
            .toList();
    return Map.of("customer", customer, "mails", mails);
  }

  private static String text(Map<String, Object> event, String field, @Nullable String otherwise) {
    Object value = event.get(field);
    if (value == null && otherwise != null) {
      return otherwise;
    }
    if (value instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new IllegalArgumentException(field + " must be a text, and not empty");
  }
}
