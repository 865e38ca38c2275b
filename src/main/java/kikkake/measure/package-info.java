/** What SES says happened to the mails. */
@NullMarked
package kikkake.measure;

import org.jspecify.annotations.NullMarked;
