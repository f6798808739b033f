package com.coworkpay.kakaopay.accounts;

import com.coworkpay.kakaopay.accounts.CredentialMetrics.Fetch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// The credentials of merchant accounts, in memory for a bounded time and never anywhere else. While
/// integration-service is away a known one goes on to serve, also for a bounded time.
@ApplicationScoped
public class CredentialSource {

    private static final Logger LOG = Logger.getLogger(CredentialSource.class);

    private final IntegrationService integration;
    private final CredentialConfig config;
    private final CredentialMetrics metrics;
    private final Map<String, Kept> kept;

    private record Kept(Credentials credentials, long sinceNanos) {
        boolean youngerThan(Duration age) {
            return System.nanoTime() - sinceNanos < age.toNanos();
        }
    }

    @Inject
    CredentialSource(IntegrationService integration, CredentialConfig config, CredentialMetrics metrics) {
        this.integration = integration;
        this.config = config;
        this.metrics = metrics;
        int max = config.maxAccounts();
        // The least recently used account goes first.
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
                return size() > max;
            }
        };
    }

    /// @return fails with [NoCredentialException] and with nothing else
    public Uni<Credentials> of(String accountId) {
        Optional<Kept> fresh = cached(accountId).filter(k -> k.youngerThan(config.freshFor()));
        return fresh.isPresent() ? Uni.createFrom().item(fresh.get().credentials()) : fetch(accountId);
    }

    /// After KakaoPay refused a key: a version newer than the refused one, if there is one.
    public Uni<Optional<Credentials>> newerThan(String accountId, long refusedVersion) {
        Optional<Kept> known =
                cached(accountId).filter(k -> k.credentials().newest().version() > refusedVersion);
        Uni<Credentials> latest =
                known.isPresent() ? Uni.createFrom().item(known.get().credentials()) : fetch(accountId);
        return latest.map(c -> Optional.of(c).filter(n -> n.newest().version() > refusedVersion))
                .onFailure(NoCredentialException.class)
                .recoverWithItem(Optional.empty());
    }

    /// The account was rotated, disconnected or erased: what is in memory serves no more.
    public void drop(String accountId) {
        synchronized (kept) {
            kept.remove(accountId);
        }
    }

    private Uni<Credentials> fetch(String accountId) {
        return integration
                .credentials(accountId)
                .ifNoItem()
                .after(config.fetchTimeout())
                .fail()
                .invoke(credentials -> {
                    metrics.count(Fetch.FETCHED);
                    keep(accountId, credentials);
                })
                .onFailure()
                .recoverWithUni(failure -> staleOrNothing(accountId, failure));
    }

    private Uni<Credentials> staleOrNothing(String accountId, Throwable failure) {
        if (failure instanceof NoCredentialException gone) {
            metrics.count(Fetch.GONE);
            drop(accountId);
            return Uni.createFrom().failure(gone);
        }
        LOG.warnf(
                "integration-service gave no credential for account %s: %s",
                accountId, failure.getClass().getSimpleName());
        Optional<Kept> stale = cached(accountId).filter(k -> k.youngerThan(config.staleFor()));
        metrics.count(stale.isPresent() ? Fetch.STALE : Fetch.NONE);
        return stale.map(k -> Uni.createFrom().item(k.credentials())).orElseGet(() -> Uni.createFrom()
                .failure(new NoCredentialException(NoCredentialException.Why.INTEGRATION_SERVICE_UNAVAILABLE)));
    }

    private Optional<Kept> cached(String accountId) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(accountId));
        }
    }

    private void keep(String accountId, Credentials credentials) {
        synchronized (kept) {
            kept.merge(accountId, new Kept(credentials, System.nanoTime()), CredentialSource::newer);
        }
    }

    /// Two fetches may overtake each other around a rotation.
    private static Kept newer(Kept a, Kept b) {
        return b.credentials().newest().version() >= a.credentials().newest().version() ? b : a;
    }
}
