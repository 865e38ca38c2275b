package kikkake.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import kikkake.event.ItemId;

/**
 * Chooses a shop's parameters on its own latest purchases: hides the last weeks, or each person's
 * last basket where nobody knows the days, and takes what foretells them best. The cut is before
 * everything that anybody measures later.
 */
final class Validation {
  private static final int[] DAYS_HIDDEN = {30, 60, 90};
  private static final int ENOUGH_CASES = 300;
  private static final int FEWEST_CASES = 30;
  private static final int MOST_CASES = 1_500;
  private static final int CUT_OFF = 10;
  private static final int PREDICTORS = 100;
  private static final double NEVER = Double.POSITIVE_INFINITY;

  private static final List<ListBuilder> BUILDERS =
      List.of(
          new Cosine(3),
          new Cosine(10),
          new Ridge(30, PREDICTORS),
          new Ridge(100, PREDICTORS),
          new Ridge(300, PREDICTORS));

  private static final double[] BASKET_HALF_LIVES = {120, 60, 30};
  private static final double[] AVAILABILITY = {0, 0.25, 0.5, 0.75, 1};
  private static final double[] HALF_LIVES_IN_DAYS = {NEVER, 365, 180, 90, 45, 20};
  private static final double[] HALF_LIVES_IN_BASKETS = {NEVER, 24, 12, 6, 3, 1.5};
  private static final double[] REBUY = {0, 0.25, 0.5, 0.75, 1};
  private static final double[] LATELY = {Mix.BETWEEN_EQUALS, 0.1, 0.3, 1, 3};
  private static final double[] TOGETHER = {0, 0.1, 0.3, 1, 3};

  private final Today now;
  private final List<Case> cases;
  private final List<Completion> completions;
  private Parameters best;

  /** Somebody's past, and the basket after it. */
  private record Case(Shopper past, Set<ItemId> next) {}

  /** A basket without one of its items. */
  private record Completion(List<ItemId> rest, ItemId hidden) {}

  private Validation(Parameters begin, Today now, List<Case> cases, List<Completion> completions) {
    this.best = begin;
    this.now = now;
    this.cases = cases;
    this.completions = completions;
  }

  /**
   * What was chosen.
   *
   * @param cases by which; 0 where there were too few, and the defaults were taken
   */
  record Choice(Parameters parameters, int cases) {}

  static Choice choose(Collection<Shopper> shoppers, Today today) {
    List<Shopper> training = new ArrayList<>();
    List<Case> cases = new ArrayList<>();
    Today now = Today.UNKNOWN;
    if (today.isKnown()) {
      for (int days : DAYS_HIDDEN) {
        training.clear();
        cases.clear();
        now = Today.of(today.day() - days);
        hide(shoppers, now.day(), training, cases);
        if (cases.size() >= ENOUGH_CASES) {
          break;
        }
      }
    } else {
      shoppers.forEach(shopper -> hideLast(shopper, training, cases));
    }
    if (cases.size() < FEWEST_CASES) {
      return new Choice(Parameters.DEFAULT, 0);
    }
    List<Case> some = thinned(cases);
    Validation validation = new Validation(Parameters.DEFAULT, now, some, completions(some));
    validation.run(PurchaseModel.pack(training));
    return new Choice(validation.best, some.size());
  }

  private static void hide(
      Collection<Shopper> shoppers, int cut, List<Shopper> training, List<Case> cases) {
    for (Shopper shopper : shoppers) {
      Shopper past = shopper.before(cut);
      int known = past.baskets().size();
      training.add(past);
      if (known >= 2 && known < shopper.baskets().size()) {
        cases.add(new Case(past, Set.copyOf(shopper.baskets().get(known).items())));
      }
    }
  }

  private static void hideLast(Shopper shopper, List<Shopper> training, List<Case> cases) {
    int known = shopper.baskets().size() - 1;
    if (known < 2) {
      training.add(shopper);
    } else {
      Shopper past = new Shopper(shopper.baskets().subList(0, known));
      training.add(past);
      cases.add(new Case(past, Set.copyOf(shopper.baskets().get(known).items())));
    }
  }

  private static <T> List<T> thinned(List<T> all) {
    int step = (all.size() + MOST_CASES - 1) / MOST_CASES;
    return IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get).toList();
  }

  private static List<Completion> completions(List<Case> cases) {
    SplittableRandom chance = new SplittableRandom(1);
    List<Completion> completions = new ArrayList<>();
    for (Case each : cases) {
      List<ItemId> basket = new ArrayList<>(each.next().stream().sorted().toList());
      if (basket.size() >= 2) {
        ItemId hidden = basket.remove(chance.nextInt(basket.size()));
        completions.add(new Completion(basket, hidden));
      }
    }
    return completions;
  }

  private void run(Purchases purchases) {
    PurchaseModel model = lists(purchases);
    for (int sweep = 0; sweep < 2; sweep++) {
      model = bestOf(model, halfLives(), value -> best.withSeedHalfLife(value), this::newItems);
      model = bestOf(model, AVAILABILITY, value -> best.withAvailability(value), this::newItems);
      model = bestOf(model, LATELY, value -> best.withNewLately(value), this::newItems);
    }
    PurchaseModel chosen = model;
    List<Mix> mixes =
        cases.stream().map(each -> chosen.fresh(each.past(), now)).toList();
    ToDoubleFunction<PurchaseModel> measure = candidate -> nextBasket(candidate, mixes);
    for (int sweep = 0; sweep < 2; sweep++) {
      model = bestOf(model, halfLives(), value -> best.withHalfLife(value), measure);
      model = bestOf(model, LATELY, value -> best.withLately(value), measure);
      model = bestOf(model, REBUY, value -> best.withRebuy(value), measure);
      model = bestOf(model, TOGETHER, value -> best.withTogether(value), measure);
    }
  }

  private double[] halfLives() {
    return now.isKnown() ? HALF_LIVES_IN_DAYS : HALF_LIVES_IN_BASKETS;
  }

  /** The builder that is best at both, completing baskets and finding new items; then its days. */
  private PurchaseModel lists(Purchases purchases) {
    Rates rates = Rates.of(purchases, now);
    CoOccurrence all = CoOccurrence.count(purchases, now, NEVER);
    List<PurchaseModel> models = new ArrayList<>();
    for (ListBuilder builder : BUILDERS) {
      models.add(
          PurchaseModel.of(best.withLists(builder, NEVER), purchases, rates, builder.build(all)));
    }
    PurchaseModel winner = bestAtBoth(models);
    if (now.isKnown()) {
      models.clear();
      models.add(winner);
      ListBuilder builder = winner.parameters().builder();
      for (double halfLife : BASKET_HALF_LIVES) {
        CoOccurrence faded = CoOccurrence.count(purchases, now, halfLife);
        models.add(
            PurchaseModel.of(
                best.withLists(builder, halfLife), purchases, rates, builder.build(faded)));
      }
      winner = bestAtBoth(models);
    }
    best = winner.parameters();
    return winner;
  }

  private PurchaseModel bestAtBoth(List<PurchaseModel> models) {
    double[] completed = models.stream().mapToDouble(this::completed).toArray();
    double[] found = models.stream().mapToDouble(this::newItems).toArray();
    double mostCompleted = Arrays.stream(completed).max().orElse(1);
    double mostFound = Arrays.stream(found).max().orElse(1);
    PurchaseModel winner = models.getFirst();
    double most = -1;
    for (int i = 0; i < completed.length; i++) {
      double both = completed[i] / mostCompleted + found[i] / mostFound;
      if (both > most) {
        most = both;
        winner = models.get(i);
      }
    }
    return winner;
  }

  private PurchaseModel bestOf(
      PurchaseModel model,
      double[] values,
      DoubleFunction<Parameters> change,
      ToDoubleFunction<PurchaseModel> measure) {
    PurchaseModel winner = model;
    double most = -1;
    for (double value : values) {
      PurchaseModel candidate = model.mixed(change.apply(value));
      double reached = measure.applyAsDouble(candidate);
      if (reached > most) {
        most = reached;
        winner = candidate;
      }
    }
    best = winner.parameters();
    return winner;
  }

  private double completed(PurchaseModel model) {
    return completions.parallelStream()
        .mapToDouble(each -> model.complete(each.rest(), CUT_OFF).contains(each.hidden()) ? 1 : 0)
        .average()
        .orElse(0);
  }

  private double newItems(PurchaseModel model) {
    return cases.parallelStream()
        .mapToDouble(each -> {
          Set<ItemId> fresh = new HashSet<>(each.next());
          each.past().baskets().forEach(basket -> basket.items().forEach(fresh::remove));
          Mix candidates = model.fresh(each.past(), now);
          return recall(model.newItems(each.past(), candidates, CUT_OFF), fresh);
        })
        .filter(recall -> recall >= 0)
        .average()
        .orElse(0);
  }

  private double nextBasket(PurchaseModel model, List<Mix> mixes) {
    return IntStream.range(0, cases.size())
        .parallel()
        .mapToDouble(i -> {
          Case each = cases.get(i);
          return recall(model.nextBasket(each.past(), now, mixes.get(i), CUT_OFF), each.next());
        })
        .average()
        .orElse(0);
  }

  /** The share of the truth that is in a list; -1 where there is no truth. */
  private static double recall(List<ItemId> list, Set<ItemId> truth) {
    return truth.isEmpty()
        ? -1
        : (double) list.stream().filter(truth::contains).count() / truth.size();
  }
}
