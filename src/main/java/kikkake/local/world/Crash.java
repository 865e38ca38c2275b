package kikkake.local.world;

/** The end of a worker in the middle of its work; no use case may catch it. */
final class Crash extends Error {
  Crash() {
    super("the worker was killed", null, false, false);
  }
}
