package com.coworkpay.payment.domain;

/// Who owns what is paid for; decides later which opening hours a full-day booking starts by.
public enum OwnerRole {
    NONMEMBER,
    NETWORK_MEMBER,
    LOCATION_MEMBER,
    ADMIN
}
