package kikkake.event;

import org.jspecify.annotations.Nullable;

/** Who did it: a known customer, a visitor not signed in, both at sign-in, or nobody known. */
public record Who(@Nullable CustomerId customer, @Nullable VisitorId visitor) {
  /** Nobody known, as for a guest's order or cash at the till. */
  public static final Who NOBODY = new Who(null, null);

  public static Who customer(String id) {
    return new Who(new CustomerId(id), null);
  }

  public static Who visitor(String id) {
    return new Who(null, new VisitorId(id));
  }
}
