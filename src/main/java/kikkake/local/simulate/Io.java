package kikkake.local.simulate;

/**
 * Looks on at every request to a simulated service, and may make it fail: what a method throws, the
 * caller gets. No lock is held meanwhile, so a method may also wait and let another worker go
 * first.
 */
public interface Io {
  /** Lets everything happen. */
  Io UNDISTURBED =
      new Io() {
        @Override
        public void before(String request) {}

        @Override
        public void after(String request) {}
      };

  /** Comes before a request; to throw here means that the service never got it. */
  void before(String request);

  /**
   * Comes when a request was done or refused, but before the caller is told; to throw here means
   * that the answer was lost.
   *
   * @param request what {@link #before} got, for example {@code UpdateItem C#anna M#thank-you#o-1}
   */
  void after(String request);
}
