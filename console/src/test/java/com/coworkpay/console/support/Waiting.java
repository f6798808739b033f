package com.coworkpay.console.support;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/// The refunds of a payment, of which the only one, 5,000 won, is above the limit of 3,000 and waits for approval.
public final class Waiting {

    private Waiting() {}

    public static Consumer<ObjectNode> refund(String requestedBy, int needed, String... approvedBy) {
        return refunds -> {
            refunds.put("refundedKrw", 0).put("reservedKrw", 5000).put("approvalLimitKrw", 3000);
            waits((ObjectNode) refunds.path("refunds").get(0), requestedBy, needed, approvedBy);
        };
    }

    /// It came to an end: what one person answered is what became of it.
    public static Consumer<ObjectNode> ended(String answer, String by, String note) {
        return refunds -> {
            refund("minji", 1).accept(refunds);
            refunds.put("reservedKrw", 0);
            ObjectNode one = (ObjectNode) refunds.path("refunds").get(0);
            one.put("status", "FAILED")
                    .put("failure", answer.equals("DECLINED") ? "APPROVAL_DECLINED" : answer)
                    .put("failedAt", "2026-11-29T07:00:00Z");
            one.putObject("explanation").put("ko", "설명 4712").put("en", "explanation 4712");
            answer((ArrayNode) one.path("approval").path("answers"), answer, by, note);
        };
    }

    public static void waits(ObjectNode refund, String requestedBy, int needed, String... approvedBy) {
        refund.put("status", "AWAITING_APPROVAL")
                .put("requestedBy", requestedBy)
                .putNull("canceledAt")
                .putNull("aid")
                .putNull("explanation");
        ObjectNode approval = refund.putObject("approval")
                .put("needed", needed)
                .put("given", approvedBy.length)
                .put("limitKrw", 3000)
                .put("limitVersion", 1)
                .put("expiresAt", "2026-12-07T00:00:00Z");
        ArrayNode answers = approval.putArray("answers");
        List.of(approvedBy).forEach(by -> answer(answers, "APPROVED", by, "영수증을 보았습니다"));
    }

    private static void answer(ArrayNode answers, String answer, String by, String note) {
        answers.addObject()
                .put("answer", answer)
                .put("by", by)
                .put("at", "2026-11-29T07:00:00Z")
                .put("note", note);
    }
}
