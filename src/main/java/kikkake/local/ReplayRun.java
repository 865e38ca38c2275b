package kikkake.local;

/** What a replay ran, and how it went. */
record ReplayRun(ReplayInput input, ReplayCounts counts) {}
