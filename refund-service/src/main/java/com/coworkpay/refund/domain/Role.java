package com.coworkpay.refund.domain;

/// Who owns a payable, or who cancelled it.
public enum Role {
    NONMEMBER,
    NETWORK_MEMBER,
    LOCATION_MEMBER,
    /// Chooses what is refunded when cancelling; without a choice it is all of it.
    ADMIN
}
