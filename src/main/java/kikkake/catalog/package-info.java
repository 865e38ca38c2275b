/** The shop's items: price, stock, family, published or not. */
@NullMarked
package kikkake.catalog;

import org.jspecify.annotations.NullMarked;
