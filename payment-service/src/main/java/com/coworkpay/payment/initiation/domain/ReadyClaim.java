package com.coworkpay.payment.initiation.domain;

import java.util.UUID;

/// The stored intention to call ready: this call and no other may record its answer, as long as the version stands.
public record ReadyClaim(UUID id, long version, String merchantAccountId, String cid, boolean live, int attempt) {}
