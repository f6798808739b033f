package com.coworkpay.local.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/locations/gangnam",
                "/v1/locations/gangnam/kakaopay",
                "/v1/locations/gangnam/kakaopay/connection/check",
                "/v1/locations/gangnam/payment-methods"
            })
    void locationsBelongToIntegration(String path) {
        assertThat(Routes.ownerOf(path)).contains(Routes.Owner.INTEGRATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/locations/gangnam/payments",
                "/v1/locations/gangnam/payments/0190-a",
                "/v1/return/0190-a/c2ln/approved"
            })
    void paymentsBelongToPayment(String path) {
        assertThat(Routes.ownerOf(path)).contains(Routes.Owner.PAYMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/locations/gangnam/payments/0190-a/refunds",
                "/v1/locations/gangnam/payments/0190-a/refunds/preview",
                "/v1/locations/gangnam/refunds/attention",
                "/v1/locations/gangnam/cancellations/c-1"
            })
    void refundsBelongToRefund(String path) {
        assertThat(Routes.ownerOf(path)).contains(Routes.Owner.REFUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/locations/gangnam/transactions",
                "/v1/locations/gangnam/transactions/0190-a",
                "/v1/locations/gangnam/transactions/totals",
                "/v1/locations/gangnam/transactions.csv"
            })
    void transactionsBelongToReporting(String path) {
        assertThat(Routes.ownerOf(path)).contains(Routes.Owner.REPORTING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/accounts/a/credential",
                "/q/health",
                "/q",
                "/v1/locations/../../internal/accounts/a/credential",
                "/v1/locations/x/payments/../../../../internal/accounts/a/credential",
                "/v1/locations/x/payments/..;/..;/internal",
                "/v1/locations/x/payments/%2e%2e/%2e%2e/internal",
                "/v1/locations/x/payments/..%2finternal",
                "//internal/accounts/a/credential",
                "/v1/return/x//internal",
                "/v1/locations/x/payments/./a",
                "/v1/locations/x/payments/a;b=c",
                "/v1/locations/x/payments/a\\..\\internal",
                "/V1/locations/x",
                "/v1/locations",
                "/v1/locations/x/other",
                "/v1/locations/x/payments/a/other",
                "/v1/locations/x/transactions.xlsx.exe",
                "/v1"
            })
    void nothingElseIsLetThrough(String path) {
        assertThat(Routes.ownerOf(path)).isEmpty();
    }

    @Test
    void anEmptyPathIsNobodys() {
        assertThat(Routes.ownerOf("")).isEmpty();
    }
}
