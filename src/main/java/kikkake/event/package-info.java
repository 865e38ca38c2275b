/** The shop's events: one sealed family of records, and the only place that reads their JSON. */
@NullMarked
package kikkake.event;

import org.jspecify.annotations.NullMarked;
