package kikkake.recommend;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import kikkake.event.ItemId;

/**
 * A shop's latest baskets, which are to be foretold from what was before them: those of the last
 * weeks, or each person's last one where nobody knows the days.
 *
 * @param now the day from which on everything is hidden
 * @param before what is not hidden
 * @param cases of at most {@value #MOST_CASES} people
 * @param completions of at most {@value #MOST_COMPLETIONS} hidden baskets of two items and more
 */
record HiddenBaskets(Today now, Purchases before, List<Case> cases, List<Completion> completions) {
  private static final int[] DAYS_HIDDEN = {30, 60};
  private static final int MOST_DAYS_HIDDEN = 90;
  private static final int ENOUGH_CASES = 300;
  private static final int FEWEST_CASES = 30;
  private static final int FEWEST_BASKETS = 2;
  private static final int MOST_CASES = 800;
  private static final int MOST_COMPLETIONS = 1_000;

  /**
   * Somebody's past, and the basket after it.
   *
   * @param owned what the past holds
   * @param next what the basket holds
   * @param fresh what of that is new
   */
  record Case(Shopper past, Set<ItemId> owned, Set<ItemId> next, Set<ItemId> fresh) {
    static Case of(Shopper past, Basket next) {
      Set<ItemId> owned = past.items();
      Set<ItemId> fresh = new HashSet<>(next.items());
      fresh.removeAll(owned);
      return new Case(past, owned, Set.copyOf(next.items()), Set.copyOf(fresh));
    }
  }

  /** A basket without one of its items. */
  record Completion(List<ItemId> rest, ItemId hidden) {
    static Completion of(Basket basket, SplittableRandom chance) {
      List<ItemId> rest = new ArrayList<>(basket.items());
      ItemId hidden = rest.remove(chance.nextInt(rest.size()));
      return new Completion(rest, hidden);
    }
  }

  /** Hides as many days as it takes to have enough cases; empty where even the most are too few. */
  static Optional<HiddenBaskets> of(Purchases purchases, Today today) {
    if (!today.isKnown()) {
      return of(purchases, Today.UNKNOWN, shopper -> allButTheLast(purchases.baskets(shopper)));
    }
    int hidden =
        IntStream.of(DAYS_HIDDEN)
            .filter(days -> people(purchases, known(purchases, today, days)).length >= ENOUGH_CASES)
            .findFirst()
            .orElse(MOST_DAYS_HIDDEN);
    return of(purchases, Today.of(today.day() - hidden), known(purchases, today, hidden));
  }

  private static Optional<HiddenBaskets> of(
      Purchases purchases, Today now, IntUnaryOperator known) {
    int[] people = people(purchases, known);
    if (people.length < FEWEST_CASES) {
      return Optional.empty();
    }
    List<Case> cases =
        some(people, MOST_CASES)
            .mapToObj(shopper -> {
              int baskets = known.applyAsInt(shopper);
              return Case.of(
                  purchases.shopper(shopper, baskets),
                  purchases.basket(purchases.firstBasket(shopper) + baskets));
            })
            .toList();
    SplittableRandom chance = new SplittableRandom(1);
    List<Completion> completions =
        some(large(purchases, known), MOST_COMPLETIONS)
            .mapToObj(basket -> Completion.of(purchases.basket(basket), chance))
            .toList();
    return Optional.of(new HiddenBaskets(now, purchases.first(known), cases, completions));
  }

  /** So many of all, as evenly as whole steps allow. */
  private static IntStream some(int[] all, int most) {
    int step = Math.max(1, (all.length + most - 1) / most);
    return IntStream.range(0, all.length).filter(i -> i % step == 0).map(i -> all[i]);
  }

  /** The hidden baskets of two items and more. */
  private static int[] large(Purchases purchases, IntUnaryOperator known) {
    return IntStream.range(0, purchases.shopperCount())
        .flatMap(shopper ->
            IntStream.range(
                purchases.firstBasket(shopper) + known.applyAsInt(shopper),
                purchases.firstBasket(shopper + 1)))
        .filter(basket -> purchases.firstLine(basket + 1) - purchases.firstLine(basket) >= 2)
        .toArray();
  }

  /** Of somebody with two baskets or fewer nothing is hidden. */
  private static int allButTheLast(int baskets) {
    return baskets <= FEWEST_BASKETS ? baskets : baskets - 1;
  }

  /** How many baskets of a person are not hidden. */
  private static IntUnaryOperator known(Purchases purchases, Today today, int daysHidden) {
    int cut = today.day() - daysHidden;
    return shopper -> {
      int begin = purchases.firstBasket(shopper);
      int end = purchases.firstBasket(shopper + 1);
      int basket = begin;
      while (basket < end && purchases.day(basket) < cut) {
        basket++;
      }
      return basket - begin;
    };
  }

  /** Those who had bought at least twice and then came back. */
  private static int[] people(Purchases purchases, IntUnaryOperator known) {
    return IntStream.range(0, purchases.shopperCount())
        .filter(shopper -> {
          int baskets = known.applyAsInt(shopper);
          return baskets >= FEWEST_BASKETS && baskets < purchases.baskets(shopper);
        })
        .toArray();
  }
}
