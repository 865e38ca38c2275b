package kikkake.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kikkake.event.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * What became of one planned mail and why, in plain Japanese or English and as data.
 *
 * @param zone in which its times are told
 */
public record MailStory(PlannedMail mail, ZoneId zone) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  /** The story as lines for a shop clerk, the first one a heading. */
  public List<String> lines(boolean japanese) {
    MailKey key = mail.key();
    List<String> lines = new ArrayList<>();
    lines.add(
        key.kind().name(japanese)
            + " "
            + key.businessKey()
            + (japanese ? "：" : ": ")
            + state(japanese));
    lines.add(
        "  "
            + time(mail.plannedAt())
            + (japanese ? "  予定を作成。送信予定は " : "  planned, to go at ")
            + time(mail.decisions().isEmpty() ? mail.dueAt() : firstDue())
            + (japanese ? "、期限は " : ", not after ")
            + time(mail.expiresAt()));
    mail.decisions().forEach(decision -> lines.add("  " + line(decision, japanese)));
    mail.shown()
        .forEach(shown ->
            lines.add(
                (japanese ? "  おすすめ " : "  it shows ")
                    + shown.item()
                    + (japanese ? "：" : ": ")
                    + shown.text(japanese)));
    return lines;
  }

  /** The story as a tree of texts, numbers, lists and maps. */
  public Map<String, Object> tree(boolean japanese) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("mail", mail.key().kind().label());
    tree.put("key", mail.key().businessKey());
    tree.put("state", mail.state().label());
    tree.put("text", state(japanese));
    tree.put("occurredAt", mail.occurredAt().toString());
    tree.put("plannedAt", mail.plannedAt().toString());
    tree.put("dueAt", mail.dueAt().toString());
    tree.put("expiresAt", mail.expiresAt().toString());
    put(tree, "template", mail.template());
    tree.put("items", mail.items().stream().map(ItemId::value).toList());
    tree.put("reasons", mail.shown().stream().map(Shown::reason).toList());
    tree.put(
        "decisions", mail.decisions().stream().map(decision -> tree(decision, japanese)).toList());
    return tree;
  }

  private static Map<String, Object> tree(Decision decision, boolean japanese) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("at", decision.at().toString());
    tree.put("outcome", decision.outcome().name());
    tree.put("gate", decision.gate());
    tree.put("reason", decision.reason());
    tree.put("text", Reason.text(decision.reason(), japanese));
    Instant until = decision.until();
    put(tree, "until", until == null ? null : until.toString());
    tree.put("rules", decision.rules());
    tree.put("times", decision.times());
    return tree;
  }

  private static void put(Map<String, Object> tree, String name, @Nullable String value) {
    if (value != null) {
      tree.put(name, value);
    }
  }

  /** When it was to go before anybody looked at it: a held mail's time has moved. */
  private Instant firstDue() {
    return mail.decisions().getFirst().at();
  }

  private String line(Decision decision, boolean japanese) {
    Instant until = decision.until();
    String text = Reason.text(decision.reason(), japanese);
    String wait = until == null ? "" : time(until);
    String line =
        switch (decision.outcome()) {
          case SENT -> japanese ? "送信（" + text + "）" : "sent: " + text;
          case SHORTENED ->
              japanese ? "おすすめは載せない（" + text + "）" : "without recommendations: " + text;
          case HELD -> japanese ? wait + " まで保留（" + text + "）" : "held until " + wait + ": " + text;
          case SKIPPED -> japanese ? "送らない（" + text + "）" : "skipped: " + text;
          case REJECTED -> japanese ? "SES が拒否（" + text + "）" : "refused by SES: " + text;
          case IN_DOUBT -> japanese ? "送信できたか不明（" + text + "）" : "nobody knows: " + text;
        };
    String times =
        decision.times() == 1
            ? ""
            : japanese ? "、" + decision.times() + " 回" : ", " + decision.times() + " times";
    return time(decision.at()) + "  " + line + times;
  }

  private String state(boolean japanese) {
    return switch (mail.state()) {
      case MailState.Planned planned -> japanese ? "送信待ち" : "waits for its time";
      case MailState.Held held ->
          japanese
              ? "保留中（" + Reason.text(held.reason(), true) + "）"
              : "held, because " + Reason.text(held.reason(), false);
      case MailState.Claimed claimed -> japanese ? "送信処理中" : "is being sent";
      case MailState.Sent sent ->
          (japanese ? time(sent.at()) + " に送信済み" : "sent at " + time(sent.at()))
              + template(japanese);
      case MailState.Skipped skipped ->
          japanese
              ? "送らない（" + Reason.text(skipped.reason(), true) + "）"
              : "not sent, because " + Reason.text(skipped.reason(), false);
      case MailState.Rejected rejected ->
          japanese
              ? "SES が拒否（" + Reason.text(rejected.reason(), true) + "）"
              : "refused by SES: " + Reason.text(rejected.reason(), false);
      case MailState.InDoubt doubt ->
          japanese
              ? "送信できたか不明（" + Reason.text(doubt.reason(), true) + "）"
              : "perhaps sent: " + Reason.text(doubt.reason(), false);
    };
  }

  /** Which wording the customer read. */
  private String template(boolean japanese) {
    String template = mail.template();
    return template == null ? "" : (japanese ? "、文面 " : ", wording ") + template;
  }

  private String time(Instant at) {
    return time(at, zone);
  }

  static String time(Instant at, ZoneId zone) {
    return TIME.format(at.atZone(zone));
  }
}
