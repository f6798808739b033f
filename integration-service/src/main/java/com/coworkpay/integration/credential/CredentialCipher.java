package com.coworkpay.integration.credential;

import com.coworkpay.integration.IntegrationConfig;
import com.coworkpay.integration.credential.persistence.CredentialId;
import com.coworkpay.platform.secret.Sealer;
import com.coworkpay.platform.secret.SecretText;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/// Seals and opens keys, each bound to its row. Made at the start of the service: without a keyset it does not run.
@Startup
@ApplicationScoped
public class CredentialCipher {

    private final Sealer sealer;

    CredentialCipher(IntegrationConfig config) {
        this.sealer = Sealer.fromKeysetFile(config.keysetFile());
    }

    public byte[] seal(SecretText key, CredentialId id) {
        return sealer.seal(key, id.associatedData());
    }

    /// @throws com.coworkpay.platform.secret.SealBrokenException if the bytes do not belong to this row
    public SecretText open(byte[] sealed, CredentialId id) {
        return sealer.open(sealed, id.associatedData());
    }

    /// Whether the envelope key was rotated since.
    public boolean isOutdated(byte[] sealed) {
        return sealer.isOutdated(sealed);
    }
}
