package com.coworkpay.integration.credential;

import com.coworkpay.integration.IntegrationConfig;
import com.coworkpay.integration.credential.persistence.CredentialId;
import com.coworkpay.integration.credential.persistence.WrappedKeyStore;
import com.coworkpay.integration.credential.persistence.WrappedKeyStore.WrappedKey;
import com.coworkpay.platform.secret.SealBrokenException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Wraps again what a former envelope key wrapped, so that this key can be taken out of the keyset.
@ApplicationScoped
public class RewrapCredentials {

    private static final Logger LOG = Logger.getLogger(RewrapCredentials.class);
    private static final CredentialId BEFORE_ALL = new CredentialId(new UUID(0, 0), 0);

    private final WrappedKeyStore rows;
    private final CredentialCipher cipher;
    private final IntegrationConfig config;

    RewrapCredentials(WrappedKeyStore rows, CredentialCipher cipher, IntegrationConfig config) {
        this.rows = rows;
        this.cipher = cipher;
        this.config = config;
    }

    /// Goes through all credentials, page by page.
    ///
    /// @return how many were wrapped again
    public Uni<Long> rewrapAll() {
        return Multi.createBy()
                .repeating()
                .uni(() -> new Position(BEFORE_ALL), this::nextPage)
                .whilst(page -> page.size() == config.credentials().cleanupBatch())
                .onItem()
                .disjoint()
                .map(WrappedKey.class::cast)
                .filter(row -> cipher.isOutdated(row.bytes()))
                .onItem()
                .transformToUniAndConcatenate(this::rewrap)
                .filter(done -> done)
                .collect()
                .with(java.util.stream.Collectors.counting());
    }

    private Uni<List<WrappedKey>> nextPage(Position position) {
        return rows.after(position.last, config.credentials().cleanupBatch()).invoke(page -> {
            if (!page.isEmpty()) {
                position.last = page.getLast().id();
            }
        });
    }

    /// One that does not open stays as it is, and is logged: its key may come back into the keyset.
    private Uni<Boolean> rewrap(WrappedKey row) {
        try {
            return rows.replace(row, cipher.seal(cipher.open(row.bytes(), row.id()), row.id()));
        } catch (SealBrokenException e) {
            LOG.errorf("credential %s does not open: %s", row.id(), e.getMessage());
            return Uni.createFrom().item(false);
        }
    }

    private static final class Position {

        private CredentialId last;

        private Position(CredentialId last) {
            this.last = last;
        }
    }
}
