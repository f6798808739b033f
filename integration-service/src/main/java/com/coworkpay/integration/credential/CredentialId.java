package com.coworkpay.integration.credential;

import java.io.Serializable;
import java.util.UUID;

/// An account and a version of its credential.
record CredentialId(UUID accountId, long version) implements Serializable {

    /// Binds the sealed bytes to their row: in another one they do not open.
    String associatedData() {
        return "credential/" + accountId + "/" + version;
    }
}
