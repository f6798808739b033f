package com.coworkpay.integration.credential;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Scheduled maintenance of stored credentials. Every instance may run it: each change is conditional on the row.
@ApplicationScoped
public class CredentialRetentionJob {

    private static final Logger LOG = Logger.getLogger(CredentialRetentionJob.class);

    private final PurgeRetiredKeys purgeRetiredKeys;
    private final RewrapCredentials rewrapCredentials;

    CredentialRetentionJob(PurgeRetiredKeys purgeRetiredKeys, RewrapCredentials rewrapCredentials) {
        this.purgeRetiredKeys = purgeRetiredKeys;
        this.rewrapCredentials = rewrapCredentials;
    }

    @Scheduled(
            identity = "erase-former-keys",
            every = "${coworkpay.credentials.erase-every:PT1M}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> purge() {
        return purgeRetiredKeys
                .purge()
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

    private static void log(String text, Number count) {
        if (count.longValue() > 0) {
            LOG.infof(text, count);
        }
    }
}
