package com.coworkpay.integration.connection;

import com.coworkpay.integration.IntegrationAction;
import com.coworkpay.integration.audit.AuditDetail;
import com.coworkpay.integration.credential.domain.CredentialKind;
import com.coworkpay.integration.location.domain.Cid;
import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.secret.SecretText;

/// A credential that is about to be verified for a location.
record CredentialCandidate(String locationId, Cid cid, CredentialKind kind, SecretText key) {

    /// An attempt with it, to be audited.
    AuditEntry audited(IntegrationAction action, String outcome, Actor actor) {
        return AuditEntry.done(action, actor, AuditDetail.location(locationId))
                .withOutcome(outcome)
                .with(AuditDetail.CID, cid.text())
                .with(AuditDetail.CREDENTIAL_KIND, kind);
    }
}
