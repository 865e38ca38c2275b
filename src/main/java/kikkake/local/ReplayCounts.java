package kikkake.local;

/**
 * What came into a replay.
 *
 * @param orders of customers, each counted once
 * @param guestOrders of nobody known
 * @param seconds it took
 */
record ReplayCounts(
    int orders, int guestOrders, int refunds, long browses, long messages, double seconds) {}
