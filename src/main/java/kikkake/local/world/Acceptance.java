package kikkake.local.world;

import java.time.Instant;
import kikkake.mail.MailKey;

/**
 * A mail that the simulated SES accepted.
 *
 * @param advertising whether it offers a way to refuse, as advertising must
 * @param lookStep the step of the sender's last request before, which must be its last look
 * @param lookAt when that was
 */
record Acceptance(
    MailKey key,
    int attempt,
    String to,
    boolean advertising,
    String messageId,
    Instant at,
    long step,
    long lookStep,
    Instant lookAt) {}
