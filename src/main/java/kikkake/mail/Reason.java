package kikkake.mail;

/** Why a mail was sent, held or skipped, in words for the people of a shop. */
public enum Reason {
  STOPPED("stopped", "sending is stopped by the shop", "店が配信を停止しています"),
  PAUSED("paused", "sending is paused for now", "配信を一時停止しています"),
  DRY_RUN("dry-run", "this is a dry run: it would have gone", "予行中のため、実際には送っていません"),
  SWITCHED_OFF("switched-off", "this kind of mail is switched off", "この種類のメールは停止中です"),
  ERASED("erased", "the customer was erased", "お客様の情報は消去されました"),
  NO_ADDRESS("no-address", "no mail address is known", "メールアドレスがわかりません"),
  SUPPRESSED(
      "suppressed", "the address bounced, or its owner complained", "宛先に届かないか、迷惑メールの申告がありました"),
  NO_CONSENT("no-consent", "the customer did not agree to such mail", "お客様の受信同意がありません"),
  CUSTOMER_PAUSED("customer-paused", "the customer wants a pause", "お客様が一時休止を選んでいます"),
  HOLDOUT(
      "holdout",
      "the customer is in the group that gets none, for comparison",
      "効果測定のため送らないグループです"),
  TOO_LATE("too-late", "its time has passed", "送るべき時期を過ぎました"),
  ORDER_NOT_YET_IN_HISTORY(
      "order-not-yet-in-history", "its order is not in the history yet", "注文がまだ履歴にありません"),
  ORDER_CANCELLED("order-cancelled", "the order was cancelled or refunded", "注文は取り消し、または返金されました"),
  ORDER_DATED_AHEAD("order-dated-ahead", "the order is dated in the future", "注文の日時が未来になっています"),
  NEWER_ORDER(
      "newer-order", "the customer ordered again; the later order's mail goes", "その後の注文のメールに譲りました"),
  NEWER_BROWSE(
      "newer-browse", "the customer looked again on a later day", "後日また閲覧があったため、そちらに譲りました"),
  NOTHING_LOOKED_AT("nothing-looked-at", "nothing looked at is left", "閲覧の記録が残っていません"),
  STILL_LOOKING("still-looking", "the customer was looking just now", "お客様はまだ閲覧中です"),
  BOUGHT_MEANWHILE("bought-meanwhile", "the customer bought meanwhile", "その間に購入がありました"),
  TOO_FEW_ITEMS("too-few-items", "there are not enough items to recommend", "おすすめできる商品が足りません"),
  NOTHING_TO_SHOW("nothing-to-show", "nothing of it can be bought any more", "いまご案内できる商品がありません"),
  QUIET_HOURS("quiet-hours", "it is night where the customer is", "お客様の地域では夜間です"),
  CAP_DAY("cap-day", "the customer got enough mails today", "一日の通数の上限に達しています"),
  CAP_WEEK("cap-week", "the customer got enough mails this week", "一週間の通数の上限に達しています"),
  YIELDS("yields", "a more important mail goes first", "優先するメールを先に送ります"),
  MERGED("merged", "a thank-you mail brought recommendations already", "お礼メールにおすすめを載せて送りました"),
  PACED("paced", "SES's sending rate is used up at the moment", "SES の送信速度の上限に達しています"),
  FAILED("failed", "something failed on our side", "こちらの処理に失敗しました"),
  LEASE_RAN_OUT("lease-ran-out", "whoever was sending it fell silent", "送信の途中で応答がなくなりました"),
  CHANGED_MEANWHILE("changed-meanwhile", "something changed while it was made", "作成中に状況が変わりました"),
  NO_EVENT("no-event", "SES never said whether it went", "届いたかどうか確認できませんでした"),
  CONTENT_REFUSED(
      "content-refused",
      "SES took it, and then refused what is in it, like a virus",
      "SES が受け付けたあと、内容に問題（ウイルスなど）があるとして配信を取りやめました"),
  SES_EVENT("ses-event", "an event of SES says that it went", "SES の通知で送信が確認されました"),
  ACCEPTED("accepted", "SES took it", "SES が受け付けました");

  private final String label;
  private final String english;
  private final String japanese;

  Reason(String label, String english, String japanese) {
    this.label = label;
    this.english = english;
    this.japanese = japanese;
  }

  /** The code that stands in the table, in reports and in {@code decisions.jsonl}. */
  public String label() {
    return label;
  }

  /** In a few words for a clerk. */
  public String text(boolean inJapanese) {
    return inJapanese ? japanese : english;
  }

  /** A reason's words; SES's own codes stand for themselves. */
  public static String text(String label, boolean inJapanese) {
    for (Reason reason : values()) {
      if (reason.label.equals(label)) {
        return reason.text(inJapanese);
      }
    }
    if (label.startsWith("ses-")) {
      String code = label.substring(4);
      return inJapanese ? "SES の応答：" + code : "SES answered " + code;
    }
    return label;
  }
}
