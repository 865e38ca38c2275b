/** What a customer bought and looked at. */
@NullMarked
package kikkake.history;

import org.jspecify.annotations.NullMarked;
