package kikkake.recommend;

/**
 * How a shop's lists are made and its rankings are mixed.
 *
 * @param together for the lists that complete a basket
 * @param fresh for the lists that find what is new to somebody
 */
public record Parameters(Recipe together, Recipe fresh, Mixing mixing) {
  /** With the same lists for both. */
  static Parameters of(ListBuilder builder, Mixing mixing) {
    Recipe recipe = new Recipe(builder, Double.POSITIVE_INFINITY);
    return new Parameters(recipe, recipe, mixing);
  }

  /** For shops with too few purchases to choose by. */
  static Parameters standard() {
    return of(new Cosine(5), Mixing.DEFAULT);
  }
}
