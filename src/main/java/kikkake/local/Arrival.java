package kikkake.local;

import java.time.Instant;

/** A message of the contract, and when it reaches us; late ones tell of an earlier time. */
record Arrival(Instant at, String message) {}
