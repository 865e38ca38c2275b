/** The laptop: everything embedded, replay and serve; never shipped to Lambda. */
@NullMarked
package kikkake.local;

import org.jspecify.annotations.NullMarked;
