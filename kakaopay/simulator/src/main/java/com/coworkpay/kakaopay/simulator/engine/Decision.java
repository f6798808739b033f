package com.coworkpay.kakaopay.simulator.engine;

/// What the engine made of a call.
public sealed interface Decision
        permits Refusal, Decision.Readied, Decision.Approved, Decision.Canceled, Decision.Found {

    record Readied(Transaction transaction) implements Decision {}

    record Approved(Transaction transaction, Approval approval) implements Decision {}

    record Canceled(Transaction transaction, Cancellation cancellation) implements Decision {}

    record Found(Transaction transaction) implements Decision {}
}
