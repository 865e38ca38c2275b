package kikkake.mail;

import kikkake.customer.Profile;

/**
 * Who would get a mail, and what forbids it, as it stands at one moment.
 *
 * @param profile empty where nothing is known
 * @param erased whether the customer was erased
 * @param suppressed whether the address must not be mailed
 * @param sending whether the shop lets mail out
 */
public record Recipient(
    Profile profile, boolean erased, boolean suppressed, SendingSwitch sending) {}
