/** What runs on the laptop and in the build, and is never shipped to Lambda. */
@NullMarked
package kikkake.local;

import org.jspecify.annotations.NullMarked;
