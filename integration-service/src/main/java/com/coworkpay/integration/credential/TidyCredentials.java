package com.coworkpay.integration.credential;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/// Does by the clock what nobody asks for. Every instance may: all of it is conditional on the row.
@ApplicationScoped
public class TidyCredentials {

    private static final Logger LOG = Logger.getLogger(TidyCredentials.class);

    @Inject
    EraseFormerKeys eraseFormerKeys;

    @Inject
    ResealCredentials resealCredentials;

    @Scheduled(
            identity = "erase-former-keys",
            every = "${coworkpay.credentials.erase-every:PT1M}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> erase() {
        return eraseFormerKeys
                .erase()
                .invoke(count -> log("former keys erased: %d", count))
                .replaceWithVoid();
    }

    @Scheduled(
            identity = "reseal-credentials",
            every = "${coworkpay.credentials.reseal-every:PT1H}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> reseal() {
        return resealCredentials
                .resealAll()
                .invoke(count -> log("credentials sealed anew: %d", count))
                .replaceWithVoid();
    }

    private static void log(String text, Number count) {
        if (count.longValue() > 0) {
            LOG.infof(text, count);
        }
    }
}
