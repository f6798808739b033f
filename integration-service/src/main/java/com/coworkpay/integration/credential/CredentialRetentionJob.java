package com.coworkpay.integration.credential;

import com.coworkpay.integration.IntegrationConfig;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Scheduled maintenance of stored credentials. Every instance may run it: each change is conditional on the row.
@ApplicationScoped
class CredentialRetentionJob {

    private static final Logger LOG = Logger.getLogger(CredentialRetentionJob.class);

    /// The audit row in the same statement.
    private static final String ERASE = """
            with gone as (
                update credential c set sealed = null
                where (account_id, version) in (
                    select account_id, version from credential
                    where sealed is not null and superseded_at + make_interval(secs => $1) < now()
                    order by superseded_at limit $2 for update skip locked)
                returning account_id, version
            )
            insert into audit (id, action, outcome, actor, address, location_id, object_type, object_id, after)
            select uuidv7(), 'CREDENTIAL_ERASED', 'DONE', 'integration-service', 'local', a.location_id,
                   'MERCHANT_ACCOUNT', a.id::text, jsonb_build_object('credentialVersion', gone.version::text)
            from gone join merchant_account a on a.id = gone.account_id""";

    private final Pool pool;
    private final IntegrationConfig config;
    private final RewrapCredentials rewrapCredentials;

    CredentialRetentionJob(Pool pool, IntegrationConfig config, RewrapCredentials rewrapCredentials) {
        this.pool = pool;
        this.config = config;
        this.rewrapCredentials = rewrapCredentials;
    }

    @Scheduled(
            identity = "erase-former-keys",
            every = "${coworkpay.credentials.erase-every:PT1M}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> purge() {
        return purgeRetired()
                .invoke(count -> log("former keys erased: %d", count))
                .replaceWithVoid();
    }

    @Scheduled(
            identity = "reseal-credentials",
            every = "${coworkpay.credentials.rewrap-every:PT1H}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> rewrap() {
        return rewrapCredentials
                .rewrapAll()
                .invoke(count -> log("credentials sealed again: %d", count))
                .replaceWithVoid();
    }

    /// Erases the keys that KakaoPay retired by a rotation, once they are not issued any more. What may be shown of
    /// them (kind, last four characters, who and when) stays.
    ///
    /// @return how many were erased; at most one batch
    private Uni<Integer> purgeRetired() {
        double seconds = config.credentials().retiredUsableFor().toMillis() / 1000.0;
        return pool.preparedQuery(ERASE)
                .execute(Tuple.of(seconds, config.credentials().cleanupBatch()))
                .map(done -> done.rowCount());
    }

    private static void log(String text, Number count) {
        if (count.longValue() > 0) {
            LOG.infof(text, count);
        }
    }
}
