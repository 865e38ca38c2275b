/** The services we stand on, played in memory: quick, repeatable, and as unkind as asked for. */
@NullMarked
package kikkake.local.simulate;

import org.jspecify.annotations.NullMarked;
