/** The gate before a template is published: compiled, checked, tried on samples. */
@NullMarked
package kikkake.lint;

import org.jspecify.annotations.NullMarked;
