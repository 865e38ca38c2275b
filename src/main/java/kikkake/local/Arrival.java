package kikkake.local;

import java.time.Instant;

/**
 * A message and when it came in, which may be long after what it tells of.
 *
 * @param message the JSON text as it came, perhaps one that nobody can read
 */
record Arrival(Instant at, String message) {}
