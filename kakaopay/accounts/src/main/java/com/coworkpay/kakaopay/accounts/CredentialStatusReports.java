package com.coworkpay.kakaopay.accounts;

import com.coworkpay.kakaopay.connector.NotSentReason;
import com.coworkpay.kakaopay.connector.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Reports to integration-service what calls found out about a credential, so that the location's page and the offer to
/// its
/// payers know at once: that KakaoPay refuses it, and that it takes it again. Nobody waits for it; a word that is lost
/// is
/// said again by a later call. What integration-service knows already is not said.
@ApplicationScoped
class CredentialStatusReports {

    private static final Logger LOG = Logger.getLogger(CredentialStatusReports.class);
    private static final Duration ONCE_IN = Duration.ofMinutes(1);
    private static final int MAX_REMEMBERED = 2000;

    /// Of what an administrator can put right, in integration-service's words.
    private static final Map<NotSentReason, String> REFUSALS = Map.of(
            NotSentReason.WRONG_KEY, "WRONG_KEY",
            NotSentReason.WRONG_CID, "WRONG_CID",
            NotSentReason.WRONG_MERCHANT, "WRONG_CID",
            NotSentReason.DOMAIN_NOT_REGISTERED, "DOMAIN_NOT_REGISTERED",
            NotSentReason.NOT_ENABLED, "NOT_ENABLED",
            NotSentReason.IP_NOT_ALLOWED, "IP_NOT_ALLOWED");

    private final IntegrationService integration;
    private final Map<String, Long> said = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    CredentialStatusReports(IntegrationService integration) {
        this.integration = integration;
    }

    /// @param used of these, the newest
    void found(String accountId, Credentials used, Outcome<?> outcome) {
        String result = result(used, outcome);
        if (result == null || !isTimeFor(accountId + " " + result)) {
            return;
        }
        integration
                .reportStatus(accountId, used.newest().version(), result)
                .subscribe()
                .with(
                        _ -> LOG.infof("reported that KakaoPay's result for account %s is %s", accountId, result),
                        failure -> LOG.warnf(
                                "KakaoPay's result for account %s cannot be reported now: %s",
                                accountId, failure.getClass().getSimpleName()));
    }

    private static @Nullable String result(Credentials used, Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.NotSent<?> notSent when !used.refused() -> REFUSALS.get(notSent.reason());
            case Outcome.Done<?> _ when used.refused() -> "ACCEPTED";
            default -> null;
        };
    }

    private synchronized boolean isTimeFor(String word) {
        long now = System.nanoTime();
        Long before = said.get(word);
        if (before != null && now - before < ONCE_IN.toNanos()) {
            return false;
        }
        said.remove(word);
        said.put(word, now);
        return true;
    }
}
