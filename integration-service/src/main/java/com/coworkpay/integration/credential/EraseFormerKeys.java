package com.coworkpay.integration.credential;

import com.coworkpay.integration.IntegrationConfig;
import com.coworkpay.integration.credential.persistence.SealedRows;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/// Takes away the keys that KakaoPay killed by a rotation, once nobody is handed them any more. What may be shown of
/// them (kind, last four characters, who and when) stays.
@ApplicationScoped
public class EraseFormerKeys {

    @Inject
    SealedRows rows;

    @Inject
    IntegrationConfig config;

    /// @return how many were erased; at most one batch
    public Uni<Integer> erase() {
        return rows.eraseFormer(
                config.credentials().formerUsableFor(), config.credentials().tidyBatch());
    }
}
