package com.coworkpay.kakaopay.connector;

import org.jspecify.annotations.Nullable;

/// KakaoPay's word for where a payment stands, and what it means to us.
public enum OrderStatus {
    READY(OrderMeaning.WAITING_FOR_PAYER),
    SEND_TMS(OrderMeaning.WAITING_FOR_PAYER),
    OPEN_PAYMENT(OrderMeaning.WAITING_FOR_PAYER),
    SELECT_METHOD(OrderMeaning.WAITING_FOR_PAYER),
    ARS_WAITING(OrderMeaning.WAITING_FOR_PAYER),
    AUTH_PASSWORD(OrderMeaning.READY_TO_APPROVE),
    SUCCESS_PAYMENT(OrderMeaning.PAID),
    PART_CANCEL_PAYMENT(OrderMeaning.PARTLY_CANCELED),
    CANCEL_PAYMENT(OrderMeaning.FULLY_CANCELED),
    FAIL_AUTH_PASSWORD(OrderMeaning.NOT_PAID_ONCE_DEAD),
    QUIT_PAYMENT(OrderMeaning.NOT_PAID_ONCE_DEAD),
    FAIL_PAYMENT(OrderMeaning.NOT_PAID_ONCE_DEAD),
    /// Of subscriptions, which this suite does not make.
    ISSUED_SID(OrderMeaning.UNCLEAR),
    /// A word that KakaoPay has added since.
    UNRECOGNISED(OrderMeaning.UNCLEAR);

    private final OrderMeaning meaning;

    OrderStatus(OrderMeaning meaning) {
        this.meaning = meaning;
    }

    public OrderMeaning meaning() {
        return meaning;
    }

    static OrderStatus of(@Nullable String word) {
        for (OrderStatus status : values()) {
            if (status.name().equals(word)) {
                return status;
            }
        }
        return UNRECOGNISED;
    }
}
