/** Mail templates, their versions, and the one renderer that preview, replay and Lambda share. */
@NullMarked
package kikkake.template;

import org.jspecify.annotations.NullMarked;
