/**
 * Evaluation on a shop's own data: each recommender ranks the whole catalogue, and what people did
 * next is the judge. On the laptop only.
 */
@NullMarked
package kikkake.local.evaluate;

import org.jspecify.annotations.NullMarked;
