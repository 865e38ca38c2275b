package kikkake.recommend;

/**
 * What a builder finds out: for each item, by number, which others it speaks for and how much; less
 * than 0 where it speaks against one.
 */
final class ItemWeights {
  private final int[][] targets;
  private final float[][] weights;

  ItemWeights(int items) {
    this.targets = new int[items][];
    this.weights = new float[items][];
  }

  void set(int item, int[] others, float[] weightsOfOthers) {
    targets[item] = others;
    weights[item] = weightsOfOthers;
  }

  int size(int item) {
    return targets[item].length;
  }

  /** The other item at a place of the list, the strongest first. */
  int target(int item, int place) {
    return targets[item][place];
  }

  float weight(int item, int place) {
    return weights[item][place];
  }
}
