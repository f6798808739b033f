package com.coworkpay.integration.location.domain;

import com.coworkpay.integration.access.domain.AuditRecord;

/// What a use case did to a locked location.
public sealed interface LocationChange {

    /// Everything was as requested already: no new version, no event, no audit row.
    record None() implements LocationChange {}

    /// Something changed: a new version, an event with the whole state, and an audit row, all in one transaction.
    record Update(LocationEventType event, AuditRecord auditRecord) implements LocationChange {}
}
