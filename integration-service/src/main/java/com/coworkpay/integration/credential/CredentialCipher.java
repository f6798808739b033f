package com.coworkpay.integration.credential;

import com.coworkpay.integration.IntegrationConfig;
import com.coworkpay.platform.secret.Sealer;
import com.coworkpay.platform.secret.SecretText;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/// Seals and opens keys, each bound to its row. Made at the start of the service: without a keyset it does not run.
@Startup
@ApplicationScoped
class CredentialCipher {

    private final Sealer sealer;

    CredentialCipher(IntegrationConfig config) {
        this.sealer = Sealer.fromKeysetFile(config.keysetFile());
    }

    byte[] seal(SecretText key, CredentialId id) {
        return sealer.seal(key, id.associatedData());
    }

    /// @throws com.coworkpay.platform.secret.SealBrokenException if the bytes do not belong to this row
    SecretText open(byte[] sealed, CredentialId id) {
        return sealer.open(sealed, id.associatedData());
    }

    /// Whether the envelope key was rotated since.
    boolean isOutdated(byte[] sealed) {
        return sealer.isOutdated(sealed);
    }
}
