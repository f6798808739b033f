package com.coworkpay.reporting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The installation's settings that reporting-service reads. Every wait, batch and queue has its bound here.
@ConfigMapping(prefix = "coworkpay.reporting")
public interface ReportingConfig {

    /// The longest statement of a reader, in milliseconds; then the answer is `report-too-slow`.
    @WithDefault("15000")
    int statementTimeoutMs();

    /// How long a snapshot may lie idle (an export whose reader does not read on) before PostgreSQL ends it, in
    /// milliseconds.
    @WithDefault("60000")
    int idleSnapshotTimeoutMs();

    Completeness completeness();

    Rebuild rebuild();

    Export export();

    interface Completeness {
        /// How often Kafka is asked how far its topics go. An answer is complete up to one of these moments.
        @WithDefault("1s")
        Duration interval();

        /// Moments kept while the projection is behind; beyond it every second one is let go.
        @WithDefault("600")
        int maxSamples();

        /// Longest wait for Kafka's word.
        @WithDefault("5s")
        Duration timeout();

        /// How long a partition that is newly assigned waits for the database to say where to go on. After it, the
        /// partition is read from its beginning, which is slow and harmless.
        @WithDefault("2m")
        Duration assignmentTimeout();
    }

    interface Rebuild {
        /// Off in a process that only answers.
        @WithDefault("true")
        boolean enabled();

        /// How often a rebuild that was asked for, or that has lost its process, is looked for.
        @WithDefault("1s")
        Duration poll();

        /// How long a process that died keeps others from going on with its rebuild, by the database's clock; renewed
        /// with every batch.
        @WithDefault("15s")
        Duration lease();

        /// Most records of one batch, which is one transaction.
        @WithDefault("2000")
        int batch();

        /// How long the old generation's tables are waited for before they are emptied at a later round: exports may
        /// still read them. In milliseconds.
        @WithDefault("1000")
        int lockTimeoutMs();
    }

    interface Export {
        /// Exports at once per process: each holds a connection of the readers' pool.
        @WithDefault("4")
        int maxConcurrent();

        /// Rows fetched from the database and sent at once.
        @WithDefault("500")
        int batch();

        /// An export that takes longer is broken off: it holds a snapshot, which keeps the database from tidying up.
        @WithDefault("15m")
        Duration maxDuration();
    }
}
