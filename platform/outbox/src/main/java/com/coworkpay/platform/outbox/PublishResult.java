package com.coworkpay.platform.outbox;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What came of one batch.
///
/// @param published ids that Kafka has
/// @param failed the row that stopped a key; what follows within that key was not sent
record PublishResult(List<UUID> published, Map<OutboxKey, Failed> failed) {
    record Failed(UUID row, PublishFailedException failure) {}
}
