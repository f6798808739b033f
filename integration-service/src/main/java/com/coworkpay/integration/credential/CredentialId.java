package com.coworkpay.integration.credential.persistence;

import java.io.Serializable;
import java.util.UUID;

/// An account and a version of its credential.
public record CredentialId(UUID accountId, long version) implements Serializable {

    /// Binds the sealed bytes to their row: in another one they do not open.
    public String associatedData() {
        return "credential/" + accountId + "/" + version;
    }
}
