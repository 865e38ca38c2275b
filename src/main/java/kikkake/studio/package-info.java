/** The marketers' pages: change a mail, see it on real customers, have it approved, publish it. */
@NullMarked
package kikkake.studio;

import org.jspecify.annotations.NullMarked;
