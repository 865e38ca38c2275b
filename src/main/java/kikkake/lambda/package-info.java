/** The Lambda handlers and their wiring, nothing else. */
@NullMarked
package kikkake.lambda;

import org.jspecify.annotations.NullMarked;
