package com.coworkpay.integration.credential;

import com.coworkpay.integration.IntegrationConfig;
import com.coworkpay.integration.credential.persistence.WrappedKeyStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Erases the keys that KakaoPay retired by a rotation, once they are not issued any more. What may be shown of
/// them (kind, last four characters, who and when) stays.
@ApplicationScoped
public class PurgeRetiredKeys {

    private final WrappedKeyStore rows;
    private final IntegrationConfig config;

    PurgeRetiredKeys(WrappedKeyStore rows, IntegrationConfig config) {
        this.rows = rows;
        this.config = config;
    }

    /// @return how many were erased; at most one batch
    public Uni<Integer> purge() {
        return rows.purgeRetired(
                config.credentials().retiredUsableFor(), config.credentials().cleanupBatch());
    }
}
