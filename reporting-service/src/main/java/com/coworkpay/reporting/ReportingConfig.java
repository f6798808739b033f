package com.coworkpay.reporting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The installation's settings that reporting-service reads. Every wait, batch and queue has its bound here.
@ConfigMapping(prefix = "coworkpay.reporting")
public interface ReportingConfig {

    /// Longest statement of a report; then `report-too-slow`.
    @WithDefault("15000")
    int statementTimeoutMs();

    /// How long an export's snapshot may be idle before PostgreSQL ends it.
    @WithDefault("60000")
    int idleSnapshotTimeoutMs();

    Completeness completeness();

    Rebuild rebuild();

    Export export();

    interface Completeness {
        /// How often the topics' ends are read from Kafka: the steps of `completeUpTo`.
        @WithDefault("1s")
        Duration interval();

        /// Ends kept while the projection is behind; above it every second one is dropped.
        @WithDefault("600")
        int maxSamples();

        /// Longest wait for Kafka's answer.
        @WithDefault("5s")
        Duration timeout();

        /// How long a newly assigned partition waits for its stored position; then it is read from its beginning.
        @WithDefault("2m")
        Duration assignmentTimeout();
    }

    interface Rebuild {
        /// Rebuilds in this process.
        @WithDefault("true")
        boolean enabled();

        /// How often requested or abandoned rebuilds are taken.
        @WithDefault("1s")
        Duration poll();

        /// How long a dead process keeps its rebuild from others; renewed with each batch.
        @WithDefault("15s")
        Duration lease();

        /// Records per batch and transaction, at most.
        @WithDefault("2000")
        int batch();

        /// Longest wait for the old tables, which exports may still read, before they are emptied later.
        @WithDefault("1000")
        int lockTimeoutMs();
    }

    interface Export {
        /// Exports at once per process; each holds a connection.
        @WithDefault("4")
        int maxConcurrent();

        /// Rows fetched and sent at once.
        @WithDefault("500")
        int batch();

        /// An export that takes longer is ended.
        @WithDefault("15m")
        Duration maxDuration();
    }
}
