package kikkake.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kikkake.event.ItemId;
import kikkake.mail.MailState;
import kikkake.mail.PlannedMail;
import kikkake.mail.Situation;

/** Items that a customer was shown often enough. */
final class Tired {
  private static final Duration LATELY = Duration.ofDays(30);
  private static final int OFTEN = 2;

  private Tired() {}

  /**
   * What at least {@value #OFTEN} mails of the last 30 days showed; it costs no read of its own.
   */
  static Set<ItemId> of(Situation situation) {
    Instant since = situation.now().minus(LATELY);
    Map<ItemId, Integer> times = new HashMap<>();
    for (PlannedMail mail : situation.otherMails()) {
      if (mail.state() instanceof MailState.Sent sent && sent.at().isAfter(since)) {
        mail.items().forEach(item -> times.merge(item, 1, Integer::sum));
      }
    }
    return times.keySet().stream()
        .filter(item -> times.getOrDefault(item, 0) >= OFTEN)
        .collect(Collectors.toSet());
  }
}
