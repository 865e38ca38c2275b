/** The one DynamoDB table, and what each request to it costs. */
@NullMarked
package kikkake.table;

import org.jspecify.annotations.NullMarked;
