package com.coworkpay.integration.location.domain;

import com.coworkpay.integration.access.domain.AuditRecord;

/// What a use case did to a locked location.
public sealed interface Change {

    /// Everything was as wished already: no new version, no event, no audit row.
    record Nothing() implements Change {}

    /// Something changed: a new version, an event with the whole state, and an audit row, all in one transaction.
    record Made(LocationEventType event, AuditRecord line) implements Change {}
}
