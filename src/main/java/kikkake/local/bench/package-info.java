/** How fast recommendations are, and how large a shop a rebuild takes. */
@NullMarked
package kikkake.local.bench;

import org.jspecify.annotations.NullMarked;
