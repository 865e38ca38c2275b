package kikkake.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import kikkake.event.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * Something the shop sells.
 *
 * @param stock pieces left; null means the shop does not count them
 * @param family items that are the same thing in another colour or size share it
 * @param updatedAt when the shop said so, in whole seconds
 */
public record Item(
    ItemId id,
    String title,
    @Nullable String url,
    @Nullable String image,
    @Nullable BigDecimal price,
    @Nullable Currency currency,
    @Nullable Integer stock,
    @Nullable String category,
    @Nullable String family,
    boolean published,
    Instant updatedAt) {

  public Item {
    updatedAt = updatedAt.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Whether it may be shown to a customer: published and not sold out. */
  public boolean available() {
    return published && (stock == null || stock > 0);
  }
}
