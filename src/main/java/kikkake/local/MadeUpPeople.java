package kikkake.local;

import java.util.List;
import java.util.Locale;
import kikkake.event.CustomerId;
import org.jspecify.annotations.Nullable;

/** Names and addresses of people who do not exist, always the same for the same customer id. */
final class MadeUpPeople {
  private static final List<String> SURNAMES =
      List.of(
          ("佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 清水 "
                  + "山崎 森 池田 橋本 阿部 石川 前田 藤田 小川 岡田 後藤 長谷川 村上 近藤 石井 坂本 遠藤 青木 藤井 西村 "
                  + "福田 太田 三浦 岡本 松田 中川 中野 原田 小野 竹内 金子 和田")
              .split(" "));
  private static final List<String> GIVEN_NAMES =
      List.of(
          ("陽子 美咲 健太 直樹 由美 さくら 翔 大輔 恵 智子 裕子 真由美 和也 拓也 彩 葵 結衣 陽菜 凛 悠真 湊 蓮 "
                  + "修 誠 浩 隆 洋子 幸子 節子 千尋 遥 香織 愛 明日香 亮 学 純 薫 静香 典子 久美子 文子 雅人 慎一 "
                  + "英樹 茂 めぐみ")
              .split(" "));
  private static final List<String> FIRST_NAMES =
      List.of(
          ("Alice Anna Ben Charlotte Chris Daniel Diana Edward Ella Emma Frank Grace Hannah Henry Isla "
                  + "Jack James Jane Julia Karen Laura Leo Lucy Mark Mary Max Nina Oliver Paul Rachel "
                  + "Robert Rose Ruth Sam Sarah Simon Sophie Thomas Tom Victoria Will")
              .split(" "));
  private static final List<String> LAST_NAMES =
      List.of(
          ("Adams Allen Baker Bell Bennett Brooks Brown Carter Clark Collins Cook Cooper Davies "
                  + "Edwards Evans Fisher Foster Green Hall Harris Hill Hughes Jones King Lewis Mason "
                  + "Miller Moore Morgan Parker Price Reed Roberts Scott Shaw Smith Taylor Turner "
                  + "Walker Ward Watson White Wood Young")
              .split(" "));

  private MadeUpPeople() {}

  /** A name that fits the language: Japanese with the family name first, else English. */
  static String name(CustomerId id, @Nullable String language) {
    int hash = hash(id);
    return language != null && language.startsWith("ja")
        ? pick(SURNAMES, hash) + " " + pick(GIVEN_NAMES, hash / SURNAMES.size())
        : pick(FIRST_NAMES, hash) + " " + pick(LAST_NAMES, hash / FIRST_NAMES.size());
  }

  /** An address under example.com, where nobody ever gets mail. */
  static String address(CustomerId id) {
    String value = id.value();
    String local =
        value.matches("[A-Za-z0-9_-]{1,50}")
            ? value
            : "x" + String.format(Locale.ROOT, "%08x", value.hashCode());
    return "customer-" + local + "@example.com";
  }

  private static String pick(List<String> names, int number) {
    return names.get(number % names.size());
  }

  /** Spreads ids that follow each other; never negative. */
  private static int hash(CustomerId id) {
    int hash = id.value().hashCode() * 0x9E3779B9;
    return ((hash ^ (hash >>> 15)) * 0x85EBCA6B) >>> 4;
  }
}
