package kikkake.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import kikkake.event.ItemId;

/**
 * Chooses a shop's parameters on its own latest purchases: hides the last weeks, or each person's
 * last basket where nobody knows the days, and takes what foretells them best.
 */
public final class Validation {
  private static final int[] DAYS_HIDDEN = {30, 60, 90};
  private static final int ENOUGH_CASES = 300;
  private static final int FEWEST_CASES = 30;
  private static final int MOST_CASES = 800;
  private static final int CUT_OFF = 10;
  private static final int SWEEPS = 2;
  private static final double NEVER = Double.POSITIVE_INFINITY;

  /** While choosing, fewer predictors than for the lists that are kept: it takes a quarter. */
  private static final int PREDICTORS_TO_CHOOSE = 50;

  private static final int PREDICTORS = 100;

  private static final List<ListBuilder> BUILDERS =
      List.of(
          new Cosine(3),
          new Cosine(10),
          new Ridge(30, PREDICTORS_TO_CHOOSE),
          new Ridge(100, PREDICTORS_TO_CHOOSE),
          new Ridge(300, PREDICTORS_TO_CHOOSE));

  private static final double[] BASKET_HALF_LIVES = {120, 60, 30};
  private static final double[] AVAILABILITY = {0, 0.5, 1};
  private static final double[] HALF_LIVES_IN_DAYS = {NEVER, 180, 90, 45, 20};
  private static final double[] HALF_LIVES_IN_BASKETS = {NEVER, 16, 8, 4, 2};
  private static final double[] REBUY = {0, 0.25, 0.5, 1};
  private static final double[] NEW_LATELY = {Mix.BETWEEN_EQUALS, 0.1, 0.3, 1};
  private static final double[] LATELY = {Mix.BETWEEN_EQUALS, 0.1, 0.3, 1, 3};
  private static final double[] FRESH = {0, 0.1, 0.3, 1, 3};

  private final Today now;
  private final List<Case> cases;
  private final List<Completion> completions;

  /** Somebody's past, and the basket after it. */
  private record Case(Shopper past, Set<ItemId> next, Set<ItemId> fresh) {
    static Case of(Shopper past, Basket next) {
      Set<ItemId> fresh = new HashSet<>(next.items());
      past.baskets().forEach(basket -> basket.items().forEach(fresh::remove));
      return new Case(past, Set.copyOf(next.items()), Set.copyOf(fresh));
    }
  }

  /** A basket without one of its items. */
  private record Completion(List<ItemId> rest, ItemId hidden) {}

  private Validation(Today now, List<Case> cases) {
    this.now = now;
    this.cases = cases;
    this.completions = completions(cases);
  }

  /**
   * What was chosen, and how good it is.
   *
   * @param cases by which; 0 where there were too few, and the standard parameters were taken
   * @param newItems the share of new items of the next basket among the best ten
   * @param newItemsByPopularity the same, of a list of what is popular
   */
  public record Choice(
      Parameters parameters, int cases, double newItems, double newItemsByPopularity) {
    /** For people to read; says so where a list of what is popular would be better. */
    public String text() {
      if (cases == 0) {
        return "too few customers who came back to choose by: the standard parameters";
      }
      return String.format(
          Locale.ROOT,
          "baskets by %s, new items by %s; %d customers, recall@10 of new items %.4f, %s %.4f",
          parameters.together(),
          parameters.fresh(),
          cases,
          newItems,
          newItems < newItemsByPopularity ? "WORSE than popularity" : "popularity",
          newItemsByPopularity);
    }
  }

  public static Choice choose(Collection<Shopper> shoppers, Today today) {
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
    return cases.size() < FEWEST_CASES
        ? new Choice(Parameters.standard(), 0, 0, 0)
        : new Validation(now, thinned(cases)).run(PurchaseModel.pack(training));
  }

  private static void hide(
      Collection<Shopper> shoppers, int cut, List<Shopper> training, List<Case> cases) {
    for (Shopper shopper : shoppers) {
      Shopper past = shopper.before(cut);
      int known = past.baskets().size();
      training.add(past);
      if (known >= 2 && known < shopper.baskets().size()) {
        cases.add(Case.of(past, shopper.baskets().get(known)));
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
      cases.add(Case.of(past, shopper.baskets().get(known)));
    }
  }

  private static List<Case> thinned(List<Case> all) {
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

  /** A model, and what its lists were made by. */
  private record Candidate(Recipe recipe, PurchaseModel model) {}

  private Choice run(Purchases purchases) {
    ShopFacts facts = Rates.of(purchases, now).facts(purchases, Mixing.DEFAULT);
    List<Candidate> candidates = new ArrayList<>();
    for (ListBuilder builder : BUILDERS) {
      candidates.add(candidate(new Recipe(builder, NEVER), purchases, facts));
    }
    Recipe together = best(candidates, each -> completed(each.model())).recipe();
    Candidate fresh = best(candidates, each -> newItems(each.model()));
    if (now.isKnown()) {
      candidates.clear();
      candidates.add(fresh);
      for (double halfLife : BASKET_HALF_LIVES) {
        Recipe recipe = new Recipe(fresh.recipe().builder(), halfLife);
        candidates.add(candidate(recipe, purchases, facts));
      }
      fresh = best(candidates, each -> newItems(each.model()));
    }
    PurchaseModel mixed = mixed(fresh.model());
    PurchaseModel popular = PurchaseModel.of(Map.of(), facts);
    return new Choice(
        new Parameters(whole(together), whole(fresh.recipe()), mixed.facts().mixing()),
        cases.size(),
        newItems(mixed),
        newItems(popular));
  }

  private Candidate candidate(Recipe recipe, Purchases purchases, ShopFacts facts) {
    ItemWeights weights = recipe.cook(purchases, now);
    return new Candidate(recipe, PurchaseModel.of(PurchaseModel.lists(purchases, weights), facts));
  }

  /** The recipe with all its predictors. */
  private static Recipe whole(Recipe recipe) {
    return recipe.builder() instanceof Ridge ridge
        ? new Recipe(new Ridge(ridge.lambda(), PREDICTORS), recipe.halfLife())
        : recipe;
  }

  /** The best mixing, one parameter after the other, twice over. */
  private PurchaseModel mixed(PurchaseModel model) {
    double[] halfLives = now.isKnown() ? HALF_LIVES_IN_DAYS : HALF_LIVES_IN_BASKETS;
    Tuning tuning = new Tuning(model);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      tuning.to(halfLives, v -> tuning.mixing().withSeedHalfLife(v), this::newItems);
      tuning.to(AVAILABILITY, v -> tuning.mixing().withAvailability(v), this::newItems);
      tuning.to(NEW_LATELY, v -> tuning.mixing().withNewLately(v), this::newItems);
    }
    List<Mix> fresh =
        cases.parallelStream().map(each -> tuning.model.candidates(each.past(), now)).toList();
    ToDoubleFunction<PurchaseModel> nextBasket = candidate -> nextBasket(candidate, fresh);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      tuning.to(halfLives, v -> tuning.mixing().withHalfLife(v), nextBasket);
      tuning.to(LATELY, v -> tuning.mixing().withLately(v), nextBasket);
      tuning.to(REBUY, v -> tuning.mixing().withRebuy(v), nextBasket);
      tuning.to(FRESH, v -> tuning.mixing().withFresh(v), nextBasket);
    }
    return tuning.model;
  }

  /** The best model so far. */
  private static final class Tuning {
    private PurchaseModel model;

    Tuning(PurchaseModel model) {
      this.model = model;
    }

    Mixing mixing() {
      return model.facts().mixing();
    }

    void to(
        double[] values, DoubleFunction<Mixing> change, ToDoubleFunction<PurchaseModel> measure) {
      model = best(Arrays.stream(values).mapToObj(change).map(model::mixed).toList(), measure);
    }
  }

  /** The one that reaches most; of equal ones the first. */
  private static <T> T best(List<T> all, ToDoubleFunction<T> measure) {
    T winner = all.get(0);
    double most = -1;
    for (T each : all) {
      double reached = measure.applyAsDouble(each);
      if (reached > most) {
        most = reached;
        winner = each;
      }
    }
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
        .filter(each -> !each.fresh().isEmpty())
        .mapToDouble(each -> {
          Mix candidates = model.candidates(each.past(), now);
          return recall(model.newItems(each.past(), candidates, CUT_OFF), each.fresh());
        })
        .average()
        .orElse(0);
  }

  private double nextBasket(PurchaseModel model, List<Mix> fresh) {
    return IntStream.range(0, cases.size())
        .parallel()
        .mapToDouble(i -> {
          Mix mix = model.score(cases.get(i).past(), now, fresh.get(i));
          return recall(model.best(mix, CUT_OFF, item -> true), cases.get(i).next());
        })
        .average()
        .orElse(0);
  }

  /** The share of the truth that is in a list. */
  private static double recall(List<ItemId> list, Set<ItemId> truth) {
    return (double) list.stream().filter(truth::contains).count() / truth.size();
  }
}
