/** Planned mails: the ledger, claim, release, composing and sending. */
@NullMarked
package kikkake.mail;

import org.jspecify.annotations.NullMarked;
