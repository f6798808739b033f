package com.coworkpay.integration.connection.domain;

import com.coworkpay.integration.credential.domain.CredentialKind;
import com.coworkpay.platform.secret.SecretText;

/// A credential that is about to be verified for a location.
public record CredentialCandidate(String locationId, Cid cid, CredentialKind kind, SecretText key) {}
