/** The rules that turn a shop's events into planned mails, one class each. */
@NullMarked
package kikkake.journey;

import org.jspecify.annotations.NullMarked;
