package com.coworkpay.console.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was done to a location's connection, newest first: the audit, without secrets.
public record History(List<Entry> entries, @Nullable String nextCursor) {

    private static final int NEWEST = 5;

    /// For the page of the connection, which links to all.
    public List<Entry> newest() {
        return entries.subList(0, Math.min(NEWEST, entries.size()));
    }

    public boolean isMoreThanNewest() {
        return entries.size() > NEWEST || nextCursor != null;
    }

    /// @param outcome `DONE`, or KakaoPay's answer
    public record Entry(
            String action,
            String outcome,
            Instant at,
            String by,
            String address,
            @Nullable String cid,
            @Nullable String keyLastFour,
            List<Change> changes) {}

    public record Change(String what, String before, String after) {}
}
