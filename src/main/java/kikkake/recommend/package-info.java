/** Which items to show: list builders and ranking as pure functions, and the store of the lists. */
@NullMarked
package kikkake.recommend;

import org.jspecify.annotations.NullMarked;
