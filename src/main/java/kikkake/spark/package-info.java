/** The rebuild of a shop that is too big for one function: an Apache Spark job. */
@NullMarked
package kikkake.spark;

import org.jspecify.annotations.NullMarked;
