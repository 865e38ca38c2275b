package kikkake.catalog;

import static kikkake.TestData.AMOUNTS_BY_VALUE;
import static kikkake.TestData.AWKWARD_ID;
import static kikkake.TestData.NOON;
import static kikkake.TestData.catalogItem;
import static kikkake.TestData.item;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import kikkake.event.ItemId;
import org.junit.jupiter.api.Test;

/** What every catalog does. */
abstract class CatalogContract {
  private final Catalog catalog = catalog();

  abstract Catalog catalog();

  private Collection<Item> found(String... ids) {
    Set<ItemId> wanted = new HashSet<>();
    for (String id : ids) {
      wanted.add(item(id));
    }
    return catalog.find(wanted).values();
  }

  @Test
  void readsBackItemsWithEverythingAndWithTheLeast() {
    Item whole = catalogItem(AWKWARD_ID).family("cup").build();
    Item least = new Item(item("x"), "茶碗", null, null, null, null, null, null, null, false, NOON);
    catalog.put(whole);
    catalog.put(least);

    assertThat(found(AWKWARD_ID, "x", "unknown"))
        .usingRecursiveFieldByFieldElementComparator(AMOUNTS_BY_VALUE)
        .containsExactlyInAnyOrder(whole, least);
  }

  @Test
  void findsNothingWhereNothingIsAskedFor() {
    assertThat(found()).isEmpty();
  }

  @Test
  void findsMoreItemsThanOneRequestTakes() {
    IntStream.range(0, 130).forEach(i -> catalog.put(catalogItem("i-" + i).build()));

    assertThat(found(IntStream.range(0, 140).mapToObj(i -> "i-" + i).toArray(String[]::new)))
        .hasSize(130);
  }

  @Test
  void anItemOlderThanTheKnownDoesNotCount() {
    catalog.put(catalogItem("tea").stock(0).updatedAt(NOON).build());
    catalog.put(catalogItem("tea").stock(9).updatedAt(NOON.minusSeconds(1)).build());
    assertThat(found("tea")).extracting(Item::stock).containsExactly(0);

    catalog.put(catalogItem("tea").stock(7).updatedAt(NOON.plusSeconds(1)).build());
    assertThat(found("tea")).extracting(Item::stock).containsExactly(7);
  }

  @Test
  void onlyWhatIsPublishedAndNotSoldOutIsAvailable() {
    assertThat(catalogItem("a").build().available()).isTrue();
    assertThat(catalogItem("a").stock(null).build().available()).isTrue();
    assertThat(catalogItem("a").stock(0).build().available()).isFalse();
    assertThat(catalogItem("a").unpublished().build().available()).isFalse();
  }
}
