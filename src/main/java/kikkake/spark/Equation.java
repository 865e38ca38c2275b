package kikkake.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kikkake.recommend.Ridge;
import scala.Tuple2;

/**
 * What one predictor adds to the system of an item.
 *
 * @param beside in how many baskets it stands together with each predictor, in their order
 * @param withItem in how many with the item
 */
@SuppressWarnings("ArrayRecordComponent") // Packed, and never compared.
record Equation(int predictor, float[] beside, float withItem) implements Serializable {
  /** An item that asks for the counts of its predictors, which are in ascending order. */
  @SuppressWarnings("ArrayRecordComponent")
  record Ask(int item, int[] predictors) implements Serializable {}

  static Equation of(int predictor, Together row, Ask ask) {
    float[] beside = new float[ask.predictors().length];
    for (int i = 0; i < beside.length; i++) {
      beside[i] = row.count(ask.predictors()[i]);
    }
    return new Equation(predictor, beside, row.count(ask.item()));
  }

  /** The weight of the item in the list of each predictor. */
  static List<Tuple2<Integer, Long>> solve(
      Ridge ridge, int item, Iterable<Equation> lines, float[] baskets) {
    List<Equation> sorted = new ArrayList<>();
    lines.forEach(sorted::add);
    sorted.sort(Comparator.comparingInt(Equation::predictor));
    Ridge.Equations equations = new Ridge.Equations(sorted.size());
    for (int i = 0; i < sorted.size(); i++) {
      Equation line = sorted.get(i);
      for (int k = 0; k < line.beside().length; k++) {
        equations.together(i, k, line.beside()[k]);
      }
      equations.baskets(i, baskets[line.predictor()]);
      equations.withItem(i, line.withItem());
    }
    double[] solved = equations.solve(ridge.lambda());
    List<Tuple2<Integer, Long>> weights = new ArrayList<>(solved.length);
    for (int i = 0; i < solved.length; i++) {
      weights.add(new Tuple2<>(sorted.get(i).predictor(), Packed.of(item, (float) solved[i])));
    }
    return weights;
  }
}
