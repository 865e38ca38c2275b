package kikkake.mail;

import java.time.Instant;

/** Addresses that must not be mailed: they bounced for good, or their owner complained. */
public interface Suppressions {
  void add(String address, String reason, Instant at);
}
