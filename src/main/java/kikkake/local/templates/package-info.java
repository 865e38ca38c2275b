/** Mail templates as files: between a folder that a team keeps in git, and the table. */
@NullMarked
package kikkake.local.templates;

import org.jspecify.annotations.NullMarked;
