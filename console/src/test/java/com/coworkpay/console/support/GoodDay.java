package com.coworkpay.console.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What each operation answers when all is well, from `good-day/<operation>.json`.
public final class GoodDay {

    private static final List<String> OPERATIONS = List.of(
            "getLocations",
            "getKakaoPayConnection",
            "getKakaoPayHistory",
            "connectKakaoPay",
            "checkKakaoPayConnection",
            "changeKakaoPaySettings",
            "disconnectKakaoPay",
            "getCheckout",
            "payCheckout",
            "cancelCheckoutPayment",
            "getPayment",
            "cancelPayment",
            "getPaymentsInManualReview",
            "requestPaymentInquiry",
            "resolvePayment",
            "getRefunds",
            "previewRefund",
            "requestRefund",
            "requestRefundInquiry",
            "resolveRefund",
            "getProposedResolutions",
            "answerProposedResolution",
            "withdrawProposedResolution",
            "answerRefundApproval",
            "withdrawRefund",
            "getLocationRefunds",
            "getLocationRefundCounts",
            "getRefundsInManualReview",
            "getCancellations",
            "getSetAsideCancellations",
            "releaseSetAsideCancellation",
            "dismissSetAsideCancellation",
            "getSchedules",
            "getSchedule",
            "putSchedule",
            "deleteSchedule",
            "getPaymentAudit",
            "getRefundAudit",
            "getReportAudit",
            "comparePayment",
            "getComparisons",
            "startComparison",
            "getUnexplainedPayments",
            "getComparison",
            "getComparisonResults",
            "stopComparison",
            "getRefundBatches",
            "startRefundBatch",
            "getRefundBatch",
            "getRefundBatchPayments",
            "confirmRefundBatch",
            "answerRefundBatchApproval",
            "withdrawRefundBatch",
            "dismissRefundBatch",
            "pauseRefundBatch",
            "resumeRefundBatch",
            "stopRefundBatch",
            "getTransactions",
            "getTransactionTotals",
            "getTransactionSummary",
            "getTransaction",
            "getDeadLetters",
            "getDeadLetter",
            "replayDeadLetter",
            "dismissDeadLetter",
            "noteDeadLetter");

    private GoodDay() {}

    static Map<String, ObjectNode> all() {
        return OPERATIONS.stream().collect(Collectors.toMap(Function.identity(), GoodDay::of));
    }

    public static ObjectNode of(String operation) {
        try (InputStream in = GoodDay.class.getResourceAsStream("/good-day/" + operation + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("no file of " + operation);
            }
            return (ObjectNode) Contracts.JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
