package com.coworkpay.platform.sql;

import io.quarkus.arc.InjectableInstance;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// Quarkus closes what was made later sooner, and makes a pool when it is first used: made at the start, the pool is
/// still there while a stopping process waits for the work that it has in hand.
@Singleton
public class PoolAtStart {
    private static final Logger LOG = Logger.getLogger(PoolAtStart.class);

    /// A program without a database has no active one.
    void start(@Observes StartupEvent started, InjectableInstance<Pool> pools) {
        pools.listActive().forEach(pool -> LOG.debugf("connections to the database: %d", pool.size()));
    }
}
