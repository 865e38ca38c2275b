package kikkake.recommend;

/**
 * What a builder finds out: for each item, which others it speaks for and how much; less than 0
 * where it speaks against one.
 *
 * @param targets for each item the others, the strongest first
 * @param weights of the same places
 */
record ItemWeights(int[][] targets, float[][] weights) {}
