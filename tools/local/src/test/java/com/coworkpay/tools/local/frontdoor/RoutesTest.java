package com.coworkpay.tools.local.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
    @ParameterizedTest
    @MethodSource("com.coworkpay.tools.local.frontdoor.ContractPath#all")
    void whatAContractHasForClientsLeadsToItsServiceAndNothingElseToAny(ContractPath contract) {
        assertThat(Routes.serviceOf(contract.path())).isEqualTo(contract.owner());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/locations",
                "/v1/locations/",
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
                "/v1/locations/gangnam/payments/manual-review",
                "/v1/locations/gangnam/payments/0190-a/inquiry",
                "/v1/locations/gangnam/payments/0190-a/resolution",
                "/v1/locations/gangnam/payments/0190-a/cancel",
                "/v1/locations/gangnam/payments/0190-a/stream",
                "/v1/locations/gangnam/checkouts",
                "/v1/checkouts/0190-a/c2ln",
                "/v1/checkouts/0190-a/c2ln/payments/0190-b/cancel",
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
                "/v1/locations/gangnam/refunds/manual-review",
                "/v1/locations/gangnam/payments/0190-a/refunds/0190-b/resolution",
                "/v1/locations/gangnam/cancellations/c-1",
                "/v1/locations/gangnam/cancellations/c-1/release",
                "/v1/locations/gangnam/cancellations/set-aside",
                "/v1/locations/gangnam/moves",
                "/v1/locations/gangnam/restorations"
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
                "/console",
                "/console/",
                "/console/gangnam/transactions/0190-a/refund/confirm",
                "/console/assets/0123456789ab/console.css",
                "/checkout/0190-a/c2ln",
                "/checkout/0190-a/c2ln/receipt"
            })
    void pagesBelongToTheConsole(String path) {
        assertThat(Routes.ownerOf(path)).contains(Routes.Owner.CONSOLE);
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
                "/v1/locations/x/other",
                "/v1/locations/x/payments/a/other",
                "/v1/locations/x/transactions.xlsx.exe",
                "/v1",
                "/checkout",
                "/consoles",
                "/console/../q/metrics",
                "/console/%2e%2e/q/metrics",
                "/console//q/metrics",
                "/checkout/0190-a/..;/q"
            })
    void nothingElseIsLetThrough(String path) {
        assertThat(Routes.ownerOf(path)).isEmpty();
    }

    /// The contract of events bounds an id by its length alone.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cancel:1",
                "urn:booking:1",
                "취소-1",
                "a b",
                "예약/17 #2",
                "100%",
                "%2F",
                "a//b",
                "/a/",
                "...",
                "a..b",
                "a/..b",
                "..a/b",
                "a;b=c",
                "a?b=c&d",
                "a\\b",
                "\"'<>[]{}|^`",
                "🏢🪑",
                "internal/accounts/a/credential"
            })
    void theIdOfACancellationIsAnything(String id) {
        for (String path : encodings(id)) {
            assertThat(Routes.ownerOf("/v1/locations/gangnam/cancellations/" + path))
                    .as(path)
                    .contains(Routes.Owner.REFUND);
            assertThat(Routes.ownerOf("/v1/locations/gangnam/cancellations/" + path + "/release"))
                    .as(path)
                    .contains(Routes.Owner.REFUND);
            assertThat(Routes.ownerOf("/v1/locations/gangnam/payments/" + path))
                    .as("an id of ours is plain")
                    .isEqualTo(
                            path.matches("[a-z.]+") && !path.startsWith(".")
                                    ? Optional.of(Routes.Owner.PAYMENT)
                                    : Optional.empty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                ".",
                "%2e%2e",
                "%2E.",
                ".%2e",
                "%2e",
                "..%2fpayments",
                "a%2F..%2F..%2Finternal",
                "a%2f%2e%2E%2fb",
                "a%2F..",
                "a%2F.%2Fb",
                "../release",
                "%2e%2e/%2e%2e/%2e%2e/%2e%2e/internal/accounts/a/credential",
                "a//release",
                "a/%72elease",
                "/a",
                "a;b",
                "..;",
                "a%2",
                "a%zz",
                "%",
                "a b",
                "취소-1",
                "a\\b",
                "a#b"
            })
    void butNoOtherPathCanBeReadOutOfIt(String id) {
        assertThat(Routes.ownerOf("/v1/locations/gangnam/cancellations/" + id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1%2Flocations/gangnam/cancellations/c-1",
                "/v1/locations%2Fgangnam/cancellations/c-1",
                "/v1/locations/gangnam%2Fcancellations/c-1",
                "/v1/locations/gang%6eam/cancellations/c:1",
                "/v1/locations/../cancellations/c:1",
                "/v1/locations/%2e%2e/cancellations/c:1",
                "/v1/locations//cancellations/c:1",
                "/v1/locations/gangnam/%63ancellations/c:1",
                "//v1/locations/gangnam/cancellations/c:1",
                "/internal/v1/locations/gangnam/cancellations/c:1",
                "/v1/locations/gangnam/refunds/c:1",
                "/v1/locations/gangnam/cancellations/c:1%0d%0a/b/c"
            })
    void andWhatIsBeforeItIsPlain(String path) {
        assertThat(Routes.ownerOf(path)).isEmpty();
    }

    /// As browsers write it, as Java does, and every byte of it.
    private static List<String> encodings(String id) {
        String form = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        var bytes = new StringBuilder();
        for (byte each : id.getBytes(StandardCharsets.UTF_8)) {
            bytes.append("%%%02x".formatted(each));
        }
        return List.of(form, form.replace("%3A", ":").replace("%27", "'"), bytes.toString());
    }

    @Test
    void anEmptyPathIsNobodys() {
        assertThat(Routes.ownerOf("")).isEmpty();
    }
}
