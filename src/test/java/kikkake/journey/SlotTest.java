package kikkake.journey;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.BEN;
import static kikkake.TestData.PHONE;
import static kikkake.TestData.browsed;
import static kikkake.TestData.catalogItem;
import static kikkake.TestData.item;
import static kikkake.TestData.items;
import static kikkake.TestData.purchase;
import static kikkake.TestData.signedIn;
import static kikkake.TestData.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kikkake.TestShop;
import kikkake.catalog.Item;
import kikkake.event.Browsed.Action;
import kikkake.event.ItemId;
import kikkake.event.Who;
import kikkake.recommend.ItemLists;
import kikkake.recommend.Neighbour;
import kikkake.recommend.Rebuild;
import kikkake.recommend.ShopFacts;
import kikkake.table.DynamoRow;
import org.junit.jupiter.api.Test;

class SlotTest {
  private static final Who VISITOR = new Who(null, PHONE);
  private static final Who CUSTOMER = new Who(ANNA, null);

  private final TestShop shop = new TestShop().sells("tea", "cup", "pot", "tray", "box", "tin");
  private final Map<ItemId, ItemLists.Row> rows = new HashMap<>();
  private final Slot slot = shop.slot;

  /** The item that completes a basket with it, and the one that is new to who has it. */
  private void lists(String item, String together, String fresh) {
    rows.put(
        item(item),
        new ItemLists.Row(
            List.of(new Neighbour(item(together), 0.5)), List.of(new Neighbour(item(fresh), 0.5))));
    shop.lists.replace(rows, shop.lists.facts());
  }

  private Instant ago(Duration time) {
    return shop.clock.instant().minus(time);
  }

  private List<ItemId> ids(Who who, int wanted) {
    return slot.fill(who, wanted, "ja").stream().map(ShownItem::id).toList();
  }

  private List<String> codes(Who who, int wanted) {
    return slot.fill(who, wanted, "ja").stream().map(ShownItem::code).toList();
  }

  @Test
  void nobodyKnownGetsWhatIsPopular() {
    assertThat(ids(Who.NOBODY, 2)).isEqualTo(items("tea", "cup"));
    assertThat(codes(Who.NOBODY, 2)).containsExactly("popular", "popular");
    assertThat(ids(new Who(BEN, null), 2)).isEqualTo(items("tea", "cup"));
  }

  @Test
  void aVisitorGetsTheCartThenTheLooksThenWhatGoesWithThemThenWhatIsPopular() {
    lists("tin", "box", "tray");
    shop.arrive(
        viewed("tin", VISITOR, ago(Duration.ofHours(1))),
        browsed(Action.ADDED, "pot", VISITOR, ago(Duration.ofHours(2))));

    assertThat(ids(VISITOR, 5)).isEqualTo(items("pot", "tin", "box", "tea", "cup"));
    assertThat(codes(VISITOR, 5))
        .containsExactly("in-cart", "looked-at", "bought-with", "popular", "popular");
  }

  @Test
  void whatOthersLookedAtTooComesBeforeWhatIsBoughtTogether() {
    Who other = new Who(BEN, null);
    lists("tin", "box", "tray");
    shop.arrive(
        viewed("tin", other, ago(Duration.ofMinutes(9))),
        viewed("pot", other, ago(Duration.ofMinutes(8))),
        viewed("x", CUSTOMER, ago(Duration.ofMinutes(9))),
        viewed("y", CUSTOMER, ago(Duration.ofMinutes(8))));
    new Rebuild(shop.history, shop.lists, shop.clock).run();
    lists("tin", "box", "tray");
    shop.arrive(viewed("tin", VISITOR, ago(Duration.ofHours(1))));

    assertThat(ids(VISITOR, 3)).isEqualTo(items("tin", "pot", "box"));
    assertThat(codes(VISITOR, 3)).containsExactly("looked-at", "looked-at-with", "bought-with");
    assertThat(slot.fill(VISITOR, 3, "en").get(1).reason())
        .isEqualTo("Others who looked at Title of tin also looked at this");
  }

  @Test
  void whatIsNewToACustomerWithThesePurchasesComesBeforeWhatIsPopular() {
    lists("box", "tin", "tray");
    lists("pot", "tin", "cup");
    shop.arrive(
        purchase("o-1", "box").build(), viewed("pot", CUSTOMER, ago(Duration.ofMinutes(5))));

    assertThat(ids(CUSTOMER, 4)).isEqualTo(items("pot", "tin", "tray", "tea"));
    assertThat(codes(CUSTOMER, 4))
        .containsExactly("looked-at", "bought-with", "bought-with", "popular");
  }

  @Test
  void aVisitorWhoSignedInIsTheCustomer() {
    shop.arrive(purchase("o-1", "tea").build(), viewed("tin", VISITOR, ago(Duration.ofHours(2))));
    shop.arrive(signedIn(ANNA, PHONE, ago(Duration.ofHours(1))));
    shop.arrive(viewed("pot", VISITOR, ago(Duration.ofMinutes(5))));

    assertThat(ids(VISITOR, 3)).isEqualTo(items("pot", "tin", "cup"));
    assertThat(ids(VISITOR, 3)).isEqualTo(ids(CUSTOMER, 3));
  }

  @Test
  void whatTheCustomerHasNeverShowsNorItsFamilyNorWhatCannotBeBought() {
    shop.catalog.put(catalogItem("red").family("mug").build());
    shop.catalog.put(catalogItem("blue").family("mug").build());
    shop.catalog.put(catalogItem("sold-out").stock(0).build());
    shop.catalog.put(catalogItem("gone").unpublished().build());
    shop.lists.replace(
        Map.of(), ShopFacts.of(items("blue", "sold-out", "gone", "tea", "cup", "pot")));
    shop.arrive(
        purchase("o-1", "red", "tea").build(),
        viewed("blue", CUSTOMER, ago(Duration.ofMinutes(1))),
        viewed("sold-out", CUSTOMER, ago(Duration.ofMinutes(2))),
        viewed("gone", CUSTOMER, ago(Duration.ofMinutes(3))),
        viewed("tea", CUSTOMER, ago(Duration.ofMinutes(4))),
        viewed("tin", CUSTOMER, ago(Duration.ofMinutes(5))));

    assertThat(ids(CUSTOMER, 12)).isEqualTo(items("tin", "cup", "pot"));
  }

  @Test
  void aFamilyThatIsThereIsNotShownInAnotherColour() {
    shop.catalog.put(catalogItem("red").family("mug").build());
    shop.catalog.put(catalogItem("blue").family("mug").build());
    shop.lists.replace(Map.of(), ShopFacts.of(items("blue", "red", "cup", "pot")));
    shop.arrive(
        purchase("o-1", "tea").build(), viewed("red", CUSTOMER, ago(Duration.ofMinutes(1))));

    assertThat(ids(CUSTOMER, 3)).isEqualTo(items("red", "cup", "pot"));
  }

  @Test
  void looksOlderThanThirtyDaysDoNotCount() {
    shop.arrive(viewed("tin", CUSTOMER, ago(Duration.ofDays(31))));
    assertThat(ids(CUSTOMER, 1)).isEqualTo(items("tea"));

    shop.arrive(viewed("box", CUSTOMER, ago(Duration.ofDays(29))));
    assertThat(ids(CUSTOMER, 1)).isEqualTo(items("box"));
  }

  @Test
  void whoWasErasedIsNobodyKnown() {
    shop.arrive(
        purchase("o-1", "tea").build(),
        signedIn(ANNA, PHONE, ago(Duration.ofHours(1))),
        viewed("tin", CUSTOMER, ago(Duration.ofMinutes(1))));
    shop.table.put(DynamoRow.of(shop.tombstones.key(ANNA)));

    assertThat(ids(CUSTOMER, 1)).isEqualTo(items("tea"));
    assertThat(ids(VISITOR, 1)).isEqualTo(items("tea"));
  }

  @Test
  void anItemIsShownAsInAMail() {
    shop.arrive(viewed("tin", VISITOR, ago(Duration.ofMinutes(1))));
    shop.catalog.put(
        new Item(
            item("bare"),
            "Bare",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            true,
            ago(Duration.ZERO)));
    shop.catalog.put(
        new Item(
            item("dear"),
            "Dear",
            "https://shop.example/dear",
            null,
            new BigDecimal("10.5"),
            Currency.getInstance("USD"),
            null,
            null,
            null,
            true,
            ago(Duration.ZERO)));
    shop.lists.replace(Map.of(), ShopFacts.of(items("bare", "dear")));

    assertThat(slot.fill(VISITOR, 3, "ja"))
        .containsExactly(
            new ShownItem(
                item("tin"),
                "Title of tin",
                "https://shop.example/items/" + "tin".hashCode(),
                "https://shop.example/pictures/" + "tin".hashCode() + ".jpg",
                "¥1,200",
                "looked-at",
                "金曜日にご覧になった商品です"),
            new ShownItem(
                item("bare"), "Bare", "https://shop.example", null, null, "popular", "いま人気の商品です"),
            new ShownItem(
                item("dear"),
                "Dear",
                "https://shop.example/dear",
                null,
                "$10.50",
                "popular",
                "いま人気の商品です"));
    assertThat(slot.fill(VISITOR, 1, "en"))
        .extracting(ShownItem::reason)
        .containsExactly("You looked at this on Friday");
  }

  @Test
  void againIsWhatTheCustomerBoughtOnTwoDaysWithTheUsualTimeBetween() {
    shop.catalog.put(catalogItem("sold-out").stock(0).build());
    shop.arrive(
        purchase("o-1", "tea", "tin", "sold-out").at(ago(Duration.ofDays(90))).build(),
        purchase("o-2", "tea", "box").at(ago(Duration.ofDays(61))).build(),
        purchase("o-3", "tea", "tin", "sold-out").at(ago(Duration.ofDays(30))).build(),
        purchase("o-4", "pot").at(ago(Duration.ofDays(1))).build());

    List<ShownItem> again = slot.again(CUSTOMER, 4, "ja");

    assertThat(again).extracting(ShownItem::id).isEqualTo(items("tea", "tin"));
    assertThat(again).extracting(ShownItem::code).containsOnly("bought-every");
    assertThat(again)
        .extracting(ShownItem::reason)
        .containsExactly("およそ29日ごとにご購入の商品です", "およそ60日ごとにご購入の商品です");
    assertThat(slot.again(CUSTOMER, 1, "en"))
        .extracting(ShownItem::reason)
        .containsExactly("You buy this about every 29 days");
  }

  @Test
  void againHasNothingForSomebodyUnknownOrErased() {
    shop.arrive(
        purchase("o-1", "tea").at(ago(Duration.ofDays(90))).build(),
        purchase("o-2", "tea").at(ago(Duration.ofDays(61))).build());

    assertThat(slot.again(VISITOR, 4, "ja")).isEmpty();
    assertThat(slot.again(new Who(BEN, null), 4, "ja")).isEmpty();
    shop.table.put(DynamoRow.of(shop.tombstones.key(ANNA)));
    assertThat(slot.again(CUSTOMER, 4, "ja")).isEmpty();
  }
}
