package com.coworkpay.integration.audit;

import com.coworkpay.platform.audit.AuditedObject;
import com.coworkpay.platform.audit.ObjectType;
import java.util.UUID;

/// The names of values in audit rows that more than one place knows, and the objects that they are about.
public final class AuditDetail {

    public static final String CID = "cid";
    public static final String CREDENTIAL_KIND = "credentialKind";
    public static final String CREDENTIAL_VERSION = "credentialVersion";

    private AuditDetail() {}

    public static AuditedObject location(String locationId) {
        return AuditedObject.of(locationId, ObjectType.LOCATION, locationId);
    }

    public static AuditedObject account(String locationId, UUID accountId) {
        return AuditedObject.of(locationId, ObjectType.MERCHANT_ACCOUNT, accountId);
    }
}
