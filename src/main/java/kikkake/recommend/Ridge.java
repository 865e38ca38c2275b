package kikkake.recommend;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Item lists by ridge regression: for each item the weights with which the items that stand
 * together with it most foretell it, from one small symmetric system (G + lambda I) b = g. Best on
 * purchase baskets; some weights are below 0.
 *
 * <p>Source: Ning and Karypis, SLIM (2011), the variant with feature selection (fsSLIM) under an L2
 * penalty; compare Steck, Embarrassingly shallow autoencoders (2019). The systems are solved by
 * Cholesky's method in EJML: plain Java without native parts, which a Lambda function starts at
 * once, and as fast as any at a hundred unknowns.
 *
 * @param lambda the penalty, in baskets
 * @param predictors the most items that foretell one
 */
public record Ridge(double lambda, int predictors) implements ListBuilder {
  @Override
  public ItemWeights build(CoOccurrence together) {
    return build(together, predictors, new double[] {lambda}).get(0);
  }

  /** The lists of several ridges; what those with as many predictors share is looked up once. */
  static Map<Ridge, ItemWeights> build(CoOccurrence together, Collection<Ridge> ridges) {
    Map<Ridge, ItemWeights> built = new HashMap<>();
    Map<Integer, List<Ridge>> alike =
        ridges.stream().distinct().collect(Collectors.groupingBy(Ridge::predictors));
    alike.forEach((predictors, group) -> {
      double[] lambdas = group.stream().mapToDouble(Ridge::lambda).toArray();
      List<ItemWeights> lists = build(together, predictors, lambdas);
      for (int i = 0; i < lambdas.length; i++) {
        built.put(group.get(i), lists.get(i));
      }
    });
    return built;
  }

  private static List<ItemWeights> build(CoOccurrence together, int predictors, double[] lambdas) {
    int items = together.itemCount();
    int[][] chosen = new int[items][];
    double[][][] solved = new double[lambdas.length][items][];
    IntStream.range(0, items)
        .parallel()
        .forEach(item -> {
          chosen[item] = strongest(together.others(item), together.counts(item), predictors);
          Equations equations = equations(together, item, chosen[item]);
          for (int i = 0; i < lambdas.length; i++) {
            solved[i][item] = equations.solve(lambdas[i]);
          }
        });
    return Arrays.stream(solved).map(weights -> bySource(chosen, weights)).toList();
  }

  /**
   * The items that foretell one, in ascending order.
   *
   * @param others that stand together with it, in ascending order
   * @param counts in how many baskets each does
   */
  public int[] strongest(int[] others, float[] counts) {
    return strongest(others, counts, predictors);
  }

  private static int[] strongest(int[] others, float[] counts, int predictors) {
    if (others.length <= predictors) {
      return others;
    }
    Strongest kept = new Strongest(predictors);
    for (int i = 0; i < others.length; i++) {
      kept.offer(others[i], counts[i]);
    }
    int[] strongest = kept.drain().targets();
    Arrays.sort(strongest);
    return strongest;
  }

  private static Equations equations(CoOccurrence together, int item, int[] sources) {
    int n = sources.length;
    Equations equations = new Equations(n);
    int[] withItem = together.others(item);
    int at = 0;
    for (int i = 0; i < n; i++) {
      int[] others = together.others(sources[i]);
      float[] counts = together.counts(sources[i]);
      equations.baskets(i, together.baskets(sources[i]));
      at = seek(withItem, at, sources[i]);
      equations.withItem(i, together.counts(item)[at]);
      int from = 0;
      for (int other = i + 1; other < n; other++) {
        from = seek(others, from, sources[other]);
        if (from < others.length && others[from] == sources[other]) {
          equations.together(i, other, counts[from]);
        }
      }
    }
    return equations;
  }

  /** The first place from one on where a sorted array has at least a number; it is mostly near. */
  private static int seek(int[] sorted, int from, int number) {
    int step = 1;
    int low = from;
    while (low + step < sorted.length && sorted[low + step] < number) {
      low += step;
      step <<= 1;
    }
    int high = Math.min(low + step, sorted.length);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The system of one item; what foretells it has places from 0, and all counts are 0 at first. */
  public static final class Equations {
    private final DMatrixRMaj gram;
    private final DMatrixRMaj right;

    public Equations(int predictors) {
      this.gram = new DMatrixRMaj(predictors, predictors);
      this.right = new DMatrixRMaj(predictors, 1);
    }

    /** In how many baskets a predictor is. */
    public void baskets(int place, float count) {
      gram.set(place, place, count);
    }

    /** In how many baskets one predictor stands together with another, and that with this one. */
    public void together(int place, int other, float count) {
      gram.unsafe_set(place, other, count);
      gram.unsafe_set(other, place, count);
    }

    /** In how many baskets a predictor stands together with the item. */
    public void withItem(int place, float count) {
      right.set(place, 0, count);
    }

    /** The weight of each predictor. */
    public double[] solve(double lambda) {
      int n = gram.getNumRows();
      if (n == 0) {
        return new double[0];
      }
      DMatrixRMaj penalised = gram.copy();
      for (int i = 0; i < n; i++) {
        penalised.add(i, i, lambda);
      }
      LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(n);
      if (!solver.setA(penalised)) {
        throw new IllegalStateException("The system of an item is not positive definite");
      }
      DMatrixRMaj weights = new DMatrixRMaj(n, 1);
      solver.solve(right, weights);
      return weights.getData();
    }
  }

  /** Turns what foretells each item into what each item foretells. */
  private static ItemWeights bySource(int[][] chosen, double[][] solved) {
    int items = chosen.length;
    Strongest[] strongest = new Strongest[items];
    Arrays.setAll(strongest, item -> new Strongest(MOST_NEIGHBOURS));
    for (int target = 0; target < items; target++) {
      for (int i = 0; i < chosen[target].length; i++) {
        strongest[chosen[target][i]].offer(target, (float) solved[target][i]);
      }
    }
    ItemWeights lists = new ItemWeights(items);
    for (int item = 0; item < items; item++) {
      strongest[item].drainInto(lists, item);
    }
    return lists;
  }
}
