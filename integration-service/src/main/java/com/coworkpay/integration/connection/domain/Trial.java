package com.coworkpay.integration.connection.domain;

import com.coworkpay.integration.credential.domain.CredentialKind;
import com.coworkpay.platform.secret.SecretText;

/// A credential that is about to be tried for a location.
public record Trial(String locationId, Cid cid, CredentialKind kind, SecretText key) {}
