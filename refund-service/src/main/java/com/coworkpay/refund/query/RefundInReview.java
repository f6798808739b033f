package com.coworkpay.refund.query;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/// A refund in manual review, and its position in the list.
public record RefundInReview(JsonObject state, Instant since, UUID refundId) {}
