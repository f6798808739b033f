package com.coworkpay.integration.location.domain;

/// What a merchant account is used for.
///
/// ```
///   (new) ── connect ──▶ ACTIVE ── another CID is connected ──▶ RETIRED ──┐
///                         ▲  │                                          │
///                         │  └─── disconnect ──▶ DISCONNECTED ──┐             │
///                         └──── this CID is connected again ────────────┘
/// ```
public enum AccountStatus {
    /// New payments go here; at most one per location.
    ACTIVE,
    /// Another CID took its place; it serves payments in hand and refunds.
    RETIRED,
    /// Disconnected: payments that wait may finish, refunds go on, nothing new starts.
    DISCONNECTED
}
