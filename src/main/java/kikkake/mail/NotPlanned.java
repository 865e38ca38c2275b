package kikkake.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A mail that an order never gave rise to, and why, in plain Japanese or English and as data.
 *
 * @param orderedAt when the order happened, by the shop's clock
 * @param zone in which its times are told
 */
public record NotPlanned(MailKey key, Instant orderedAt, String reason, ZoneId zone) {
  /** The story as lines for a shop clerk, the first one a heading. */
  public List<String> lines(boolean japanese) {
    String kind = key.kind().name(japanese) + " " + key.businessKey();
    String text = Reason.text(reason, japanese);
    return List.of(
        kind + (japanese ? "：予定なし（" + text + "）" : ": not planned, because " + text),
        "  " + MailStory.time(orderedAt, zone) + (japanese ? "  注文" : "  ordered"));
  }

  /** The story as a tree of texts. */
  public Map<String, Object> tree(boolean japanese) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("mail", key.kind().label());
    tree.put("key", key.businessKey());
    tree.put("reason", reason);
    tree.put("text", Reason.text(reason, japanese));
    tree.put("occurredAt", orderedAt.toString());
    return tree;
  }
}
