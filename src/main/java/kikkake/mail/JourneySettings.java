package kikkake.mail;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When a kind of mail goes.
 *
 * @param on whether it is planned and sent at all
 * @param delay how long after its cause
 * @param at the hour in the customer's zone, on the day that the delay leads to; null means exactly
 *     after the delay
 * @param shelfLife how long after its time it may still go
 */
public record JourneySettings(
    boolean on, Duration delay, @Nullable LocalTime at, Duration shelfLife) {}
