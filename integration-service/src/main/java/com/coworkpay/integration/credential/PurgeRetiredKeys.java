package com.coworkpay.integration.credential;

import com.coworkpay.integration.IntegrationConfig;
import com.coworkpay.integration.credential.persistence.WrappedKeyStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/// Erases the keys that KakaoPay retired by a rotation, once they are not issued any more. What may be shown of
/// them (kind, last four characters, who and when) stays.
@ApplicationScoped
public class PurgeRetiredKeys {

    @Inject
    WrappedKeyStore rows;

    @Inject
    IntegrationConfig config;

    /// @return how many were erased; at most one batch
    public Uni<Integer> purge() {
        return rows.purgeRetired(
                config.credentials().formerUsableFor(), config.credentials().tidyBatch());
    }
}
