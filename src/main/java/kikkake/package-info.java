/** Kikkake: a shop's events set off the right mail at the right time. */
@NullMarked
package kikkake;

import org.jspecify.annotations.NullMarked;
