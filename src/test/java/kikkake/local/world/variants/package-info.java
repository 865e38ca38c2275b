/** The product, broken on purpose in one place each: the simulator has to catch every one. */
@NullMarked
package kikkake.local.world.variants;

import org.jspecify.annotations.NullMarked;
