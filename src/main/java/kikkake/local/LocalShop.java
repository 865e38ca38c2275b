package kikkake.local;

import kikkake.mail.Shop;

/** The shops that the laptop plays. */
final class LocalShop {
  private LocalShop() {}

  /** The bundled sample shop, and the one that {@code serve} plays. */
  static Shop sample(String publicUrl) {
    return new Shop(
        "茶と器 きっかけ堂",
        "https://shop.example.com/",
        "〒604-0000 京都市中京区見本町1-2 きっかけ堂株式会社",
        "hello@shop.example.com",
        null,
        publicUrl);
  }

  /** The shop behind a file of orders. */
  static Shop replayed(String publicUrl) {
    return new Shop(
        "The Gift Shop",
        "https://shop.example.com/",
        "1 Sample Street, London, United Kingdom",
        "hello@shop.example.com",
        null,
        publicUrl);
  }
}
