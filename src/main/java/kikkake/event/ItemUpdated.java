package kikkake.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * An item of the catalog as it is now, whole: absent fields are absent, not kept.
 *
 * @param price of one piece
 * @param stock pieces left; null means the shop does not count them
 * @param family items that are the same thing in another colour or size share it
 */
public record ItemUpdated(
    ItemId item,
    Instant occurredAt,
    String title,
    @Nullable String url,
    @Nullable String image,
    @Nullable BigDecimal price,
    @Nullable Currency currency,
    @Nullable Integer stock,
    @Nullable String category,
    @Nullable String family,
    boolean published)
    implements ShopEvent {}
