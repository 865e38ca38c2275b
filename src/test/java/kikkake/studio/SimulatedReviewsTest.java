package kikkake.studio;

import kikkake.table.TestTable;

class SimulatedReviewsTest extends ReviewsContract {
  @Override
  Reviews store() {
    return new DynamoReviews(TestTable.simulated());
  }
}
