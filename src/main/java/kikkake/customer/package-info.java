/** Who the customers are: profile, identity, consent. */
@NullMarked
package kikkake.customer;

import org.jspecify.annotations.NullMarked;
