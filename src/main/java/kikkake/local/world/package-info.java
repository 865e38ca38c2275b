/**
 * A small world with a seeded clock in which everything that can go wrong does: the real use cases
 * against a simulated table, queues and SES, and an unsparing witness.
 */
@NullMarked
package kikkake.local.world;

import org.jspecify.annotations.NullMarked;
