package kikkake.studio;

import kikkake.table.TestTable;

class DynamoReviewsTest extends ReviewsContract {
  @Override
  Reviews store() {
    return new DynamoReviews(TestTable.create());
  }
}
