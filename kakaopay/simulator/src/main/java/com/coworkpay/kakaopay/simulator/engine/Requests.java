package com.coworkpay.kakaopay.simulator.engine;

import com.coworkpay.kakaopay.simulator.CardCompany;
import com.coworkpay.kakaopay.simulator.Method;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The four calls after their fields were checked one by one (types, lengths, presence).
public sealed interface Requests {

    /// @param vatKrw null: KakaoPay's own formula
    record Ready(
            String orderId,
            String userId,
            String itemName,
            @Nullable String itemCode,
            int quantity,
            long totalKrw,
            long taxFreeKrw,
            @Nullable Long vatKrw,
            @Nullable Long greenDepositKrw,
            URI approvalUrl,
            URI cancelUrl,
            URI failUrl,
            @Nullable Method method,
            @Nullable List<CardCompany> availableCards,
            @Nullable Integer installMonth)
            implements Requests {}

    record Approve(
            String tid,
            String orderId,
            String userId,
            String pgToken,
            @Nullable String payload,
            @Nullable Long totalKrw)
            implements Requests {}

    /// @param availableKrw what the caller believes can still be cancelled, this cancel included
    record Cancel(
            String tid,
            long amountKrw,
            long taxFreeKrw,
            @Nullable Long vatKrw,
            @Nullable Long availableKrw,
            @Nullable String payload)
            implements Requests {}

    record Order(String tid) implements Requests {}
}
