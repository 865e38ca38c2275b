/** What marketers do with mail templates: write, check, keep, publish, go back. */
@NullMarked
package kikkake.studio;

import org.jspecify.annotations.NullMarked;
