package com.coworkpay.contracts;

/// Who cancelled.
public enum CancelerRole {
    NONMEMBER,
    NETWORK_MEMBER,
    LOCATION_MEMBER,
    ADMIN
}
