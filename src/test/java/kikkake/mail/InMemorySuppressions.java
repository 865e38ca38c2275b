package kikkake.mail;

import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Suppressed addresses that are forgotten with the test. */
public final class InMemorySuppressions implements Suppressions {
  private final Set<String> addresses = new HashSet<>();

  @Override
  public boolean contains(String address) {
    return addresses.contains(address.strip().toLowerCase(Locale.ROOT));
  }

  @Override
  public void add(String address, String reason, Instant at) {
    addresses.add(address.strip().toLowerCase(Locale.ROOT));
  }
}
