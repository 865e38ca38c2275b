package kikkake.table;

import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** What the table's requests consumed so far, as DynamoDB itself reports it. */
public final class DynamoUsage {
  private final DoubleAdder readUnits = new DoubleAdder();
  private final DoubleAdder writeUnits = new DoubleAdder();
  private final LongAdder requests = new LongAdder();

  void read(double units) {
    requests.increment();
    readUnits.add(units);
  }

  void wrote(double units) {
    requests.increment();
    writeUnits.add(units);
  }

  /** Read units: one is a strongly consistent read of up to 4 KB, or two eventual ones. */
  public double readUnits() {
    return readUnits.sum();
  }

  /** Write units, the index's included: one is a write of up to 1 KB. */
  public double writeUnits() {
    return writeUnits.sum();
  }

  /** Requests that DynamoDB answered. */
  public long requests() {
    return requests.sum();
  }
}
