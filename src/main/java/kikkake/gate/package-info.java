/** What must hold before a mail goes, one class each, asked in the order of {@link Gates}. */
@NullMarked
package kikkake.gate;

import org.jspecify.annotations.NullMarked;
