package kikkake.local;

import java.util.Locale;

/** The words of the inbox pages, in Japanese and English. */
enum InboxWords {
  JA("ja", Locale.JAPANESE, "uuuu年M月d日（E）"),
  EN("en", Locale.ENGLISH, "EEEE, d MMMM uuuu");

  final String code;
  final Locale locale;
  final String dayPattern;

  InboxWords(String code, Locale locale, String dayPattern) {
    this.code = code;
    this.locale = locale;
    this.dayPattern = dayPattern;
  }

  /** What the address asks for, else what the browser prefers, else English. */
  static InboxWords choose(String lang, String acceptLanguage) {
    for (InboxWords words : values()) {
      if (words.code.equals(lang)) {
        return words;
      }
    }
    String preferred = acceptLanguage.strip().toLowerCase(Locale.ROOT);
    return preferred.startsWith("ja") ? JA : EN;
  }

  InboxWords other() {
    return this == JA ? EN : JA;
  }

  /** The language's name in the language itself. */
  String name(InboxWords language) {
    return language == JA ? "日本語" : "English";
  }

  String inbox() {
    return pick("受信箱", "Inbox");
  }

  String subtitle() {
    return pick("このパソコンの中だけ", "on this computer only");
  }

  String search() {
    return pick("検索", "Search");
  }

  String searchHint() {
    return pick("件名・宛先・種類", "Subject, address or kind");
  }

  String showAll() {
    return pick("すべて表示", "Show all");
  }

  String count(long mails) {
    return pick("%,d通", mails == 1 ? "%,d mail" : "%,d mails").formatted(mails);
  }

  String range(int from, int to, int of) {
    return pick("%2$,d〜%3$,d通目（全%1$,d通）", "%2$,d–%3$,d of %1$,d").formatted(of, from, to);
  }

  String newer() {
    return pick("新しいメール", "Newer");
  }

  String older() {
    return pick("古いメール", "Older");
  }

  String empty() {
    return pick(
        "まだメールはありません。イベントを送ると、ここに届きます。", "No mail yet. Send an event, and its mail arrives here.");
  }

  String nothingFound() {
    return pick("見つかりませんでした。", "Nothing found.");
  }

  String noSubject() {
    return pick("（件名なし）", "(no subject)");
  }

  String from() {
    return pick("差出人", "From");
  }

  String to() {
    return pick("宛先", "To");
  }

  String received() {
    return pick("受信", "Received");
  }

  String tags() {
    return pick("タグ", "Tags");
  }

  String unsubscribe() {
    return pick("配信停止", "Unsubscribe");
  }

  String views() {
    return pick("表示の切り替え", "Views of this mail");
  }

  String html() {
    return pick("HTML", "HTML");
  }

  String text() {
    return pick("テキスト", "Text");
  }

  String source() {
    return pick("ソース", "Source");
  }

  String download() {
    return pick(".eml を保存", "Save .eml");
  }

  String mailFrame() {
    return pick("メールの本文", "The mail as the customer sees it");
  }

  String noSuchPart() {
    return pick("この形式の本文はありません。", "This mail has no such part.");
  }

  String notFound() {
    return pick("このメールは見つかりません。", "There is no such mail.");
  }

  String shop() {
    return pick("見本のショップ", "Sample shop");
  }

  String forYou() {
    return pick("あなたへのおすすめ", "For you");
  }

  String nothingForYou() {
    return pick("まだおすすめはありません。", "Nothing to recommend yet.");
  }

  String items() {
    return pick("商品", "Items");
  }

  String noItems() {
    return pick(
        "このテーブルに見本の商品はありません。--data を付けずに ./kikkake serve を実行すると並びます。",
        "This table has none of the sample items. ./kikkake serve without --data puts them there.");
  }

  String look() {
    return pick("見る", "Look");
  }

  String addToCart() {
    return pick("カートに入れる", "Put into the cart");
  }

  String takeOut() {
    return pick("カートから出す", "Take out of the cart");
  }

  String noted() {
    return pick("記録しました。まもなくおすすめが変わります。", "Noted. The recommendations change in a moment.");
  }

  private String pick(String japanese, String english) {
    return this == JA ? japanese : english;
  }
}
