package com.coworkpay.refund.query;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/// A refund that a person is asked to look at, and its place in the list.
public record Reviewed(JsonObject state, Instant since, UUID refundId) {}
