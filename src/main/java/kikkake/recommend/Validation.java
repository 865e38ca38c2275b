package kikkake.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kikkake.event.ItemId;

/**
 * Chooses a shop's parameters on its own latest purchases: hides the last weeks, or each person's
 * last basket where nobody knows the days, and takes what foretells them best.
 */
public final class Validation {
  private static final int CUT_OFF = 10;
  private static final int SWEEPS = 2;
  private static final double NEVER = Double.POSITIVE_INFINITY;

  private static final List<Cosine> COSINES = List.of(new Cosine(3), new Cosine(10));

  /** A hundred are no better, and take four times as long. */
  private static final int PREDICTORS = 50;

  private static final double[] LAMBDAS = {10, 30, 100, 300};
  private static final double[] BASKET_HALF_LIVES = {90, 30};
  private static final double[] AVAILABILITY = {0, 0.5, 1};
  private static final double[] HALF_LIVES_IN_DAYS = {NEVER, 180, 90, 45, 20};
  private static final double[] HALF_LIVES_IN_BASKETS = {NEVER, 16, 8, 4, 2};
  private static final double[] REBUY = {0, 0.25, 0.5, 1};
  private static final double[] NEW_LATELY = {Mix.BETWEEN_EQUALS, 0.1, 0.3, 1};
  private static final double[] LATELY = {Mix.BETWEEN_EQUALS, 0.1, 0.3, 1, 3};
  private static final double[] FRESH = {0, 0.1, 0.3, 1, 3};

  private final Today now;
  private final List<HiddenBaskets.Case> cases;
  private final List<HiddenBaskets.Completion> completions;

  /** What everybody of the cases had bought, by half-life: many mixings share one. */
  private final Map<Double, List<Counters>> counted = new HashMap<>();

  private Validation(HiddenBaskets hidden) {
    this.now = hidden.now();
    this.cases = hidden.cases();
    this.completions = hidden.completions();
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

  /** Chooses by some people of a shop. */
  public static Choice choose(Collection<Shopper> shoppers, Today today) {
    return choose(Purchases.of(shoppers), today);
  }

  /** Chooses by all people of a shop. */
  public static Choice choose(Purchases purchases, Today today) {
    return HiddenBaskets.of(purchases, today)
        .map(hidden -> new Validation(hidden).run(hidden.before()))
        .orElse(new Choice(Parameters.standard(), 0, 0, 0));
  }

  /** A model, and what its lists were made by. */
  private record Candidate(Recipe recipe, PurchaseModel model) {}

  private Choice run(Purchases purchases) {
    ShopFacts facts = Rates.of(purchases, now).facts(purchases, Mixing.DEFAULT);
    List<ListBuilder> builders = new ArrayList<>(COSINES);
    DoubleStream.of(LAMBDAS).forEach(lambda -> builders.add(new Ridge(lambda, PREDICTORS)));
    List<Candidate> candidates = candidates(builders, NEVER, purchases, facts);
    Candidate together = best(candidates, each -> completed(each.model()));
    Candidate fresh = best(candidates, each -> newItems(each.model()));
    if (now.isKnown()) {
      List<Candidate> completing = new ArrayList<>(List.of(together));
      List<Candidate> finding = new ArrayList<>(List.of(fresh));
      List<ListBuilder> chosen = List.of(together.recipe().builder(), fresh.recipe().builder());
      for (double halfLife : BASKET_HALF_LIVES) {
        List<Candidate> fading = candidates(chosen, halfLife, purchases, facts);
        completing.add(fading.get(0));
        finding.add(fading.get(1));
      }
      together = best(completing, each -> completed(each.model()));
      fresh = best(finding, each -> newItems(each.model()));
    }
    PurchaseModel mixed = mixed(fresh.model());
    PurchaseModel popular = PurchaseModel.of(Map.of(), facts);
    return new Choice(
        new Parameters(together.recipe(), fresh.recipe(), mixed.facts().mixing()),
        cases.size(),
        newItems(mixed),
        newItems(popular));
  }

  /** By each builder, from baskets that fade; ridges share what they have in common. */
  private List<Candidate> candidates(
      List<ListBuilder> builders, double halfLife, Purchases purchases, ShopFacts facts) {
    CoOccurrence counts = CoOccurrence.count(purchases, now, halfLife);
    Map<ListBuilder, ItemWeights> built = new HashMap<>(Ridge.build(counts, ridges(builders)));
    return builders.stream()
        .map(builder -> {
          ItemWeights weights = built.computeIfAbsent(builder, each -> each.build(counts));
          Map<ItemId, List<Neighbour>> lists = PurchaseModel.lists(purchases, weights);
          return new Candidate(new Recipe(builder, halfLife), PurchaseModel.of(lists, facts));
        })
        .toList();
  }

  private static List<Ridge> ridges(List<ListBuilder> builders) {
    return builders.stream().filter(Ridge.class::isInstance).map(Ridge.class::cast).toList();
  }

  /** The best mixing, one parameter after the other, twice over. */
  private PurchaseModel mixed(PurchaseModel model) {
    double[] halfLives = now.isKnown() ? HALF_LIVES_IN_DAYS : HALF_LIVES_IN_BASKETS;
    Tuning forNew = new Tuning(model, this::newItems);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      forNew.to(halfLives, Mixing::withSeedHalfLife);
      forNew.to(AVAILABILITY, Mixing::withAvailability);
      forNew.to(NEW_LATELY, Mixing::withNewLately);
    }
    List<Counters> seeds = seeds(forNew.model);
    List<Mix> fresh =
        each(i ->
            forNew
                .model
                .candidates(seeds.get(i))
                .shortened(CUT_OFF + Counters.MOST, cases.get(i).owned()));
    Tuning forNext = new Tuning(forNew.model, candidate -> nextBasket(candidate, fresh));
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      forNext.to(halfLives, Mixing::withHalfLife);
      forNext.to(LATELY, Mixing::withLately);
      forNext.to(REBUY, Mixing::withRebuy);
      forNext.to(FRESH, Mixing::withFresh);
    }
    return forNext.model;
  }

  /** The best model so far, by one measure; no mixing is measured twice. */
  private static final class Tuning {
    private final ToDoubleFunction<PurchaseModel> measure;
    private final Map<Mixing, Double> measured = new HashMap<>();
    private PurchaseModel model;

    Tuning(PurchaseModel model, ToDoubleFunction<PurchaseModel> measure) {
      this.model = model;
      this.measure = measure;
    }

    void to(double[] values, BiFunction<Mixing, Double, Mixing> change) {
      Mixing before = model.facts().mixing();
      List<PurchaseModel> models =
          Arrays.stream(values)
              .mapToObj(value -> model.mixed(change.apply(before, value)))
              .toList();
      model = best(models, this::measured);
    }

    private double measured(PurchaseModel candidate) {
      return measured.computeIfAbsent(
          candidate.facts().mixing(), mixing -> measure.applyAsDouble(candidate));
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
    List<Counters> seeds = seeds(model);
    return IntStream.range(0, cases.size())
        .parallel()
        .filter(i -> !cases.get(i).fresh().isEmpty())
        .mapToDouble(i -> {
          HiddenBaskets.Case one = cases.get(i);
          return recall(
              model.newItems(one.owned(), model.candidates(seeds.get(i)), CUT_OFF), one.fresh());
        })
        .average()
        .orElse(0);
  }

  private double nextBasket(PurchaseModel model, List<Mix> fresh) {
    List<Counters> counters = counters(model.facts().mixing().halfLife());
    return IntStream.range(0, cases.size())
        .parallel()
        .mapToDouble(i -> {
          Mix mix = model.score(counters.get(i), fresh.get(i));
          return recall(model.best(mix, CUT_OFF, item -> true), cases.get(i).next());
        })
        .average()
        .orElse(0);
  }

  private List<Counters> seeds(PurchaseModel model) {
    return counters(model.facts().mixing().seedHalfLife());
  }

  /** The counters of each case. */
  private List<Counters> counters(double halfLife) {
    return counted.computeIfAbsent(
        halfLife, key -> each(i -> Counters.of(cases.get(i).past(), now, halfLife)));
  }

  private <T> List<T> each(IntFunction<T> make) {
    return IntStream.range(0, cases.size()).parallel().mapToObj(make).toList();
  }

  /** The share of the truth that is in a list. */
  private static double recall(List<ItemId> list, Set<ItemId> truth) {
    return (double) list.stream().filter(truth::contains).count() / truth.size();
  }
}
