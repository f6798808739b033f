package com.coworkpay.integration.connection;

import com.coworkpay.integration.audit.Actor;
import com.coworkpay.integration.audit.AuditDetail;
import com.coworkpay.integration.audit.AuditRecord;
import com.coworkpay.integration.credential.domain.CredentialKind;
import com.coworkpay.integration.location.domain.Cid;
import com.coworkpay.platform.secret.SecretText;
import java.util.Map;

/// A credential that is about to be verified for a location.
record CredentialCandidate(String locationId, Cid cid, CredentialKind kind, SecretText key) {

    /// An attempt with it, to be audited.
    AuditRecord audited(AuditRecord.Action action, String outcome, Actor actor) {
        return AuditRecord.done(action, actor, locationId, detail()).withOutcome(outcome);
    }

    Map<String, String> detail() {
        return Map.of(AuditDetail.CID, cid.text(), AuditDetail.CREDENTIAL_KIND, kind.name());
    }
}
