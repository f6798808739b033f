package com.coworkpay.console.approval;

import com.coworkpay.console.client.RefundApproval;
import com.coworkpay.console.client.Typed;
import jakarta.ws.rs.FormParam;
import org.jspecify.annotations.Nullable;

/// What another person answers to what waits for them: it is approved, or declined with a note. It has no key: the same
/// answer of the same person again changes nothing.
public record SecondAnswer(
        @FormParam("answer") String answer,
        @FormParam("note") String note) {

    public static final SecondAnswer NONE = new SecondAnswer("", "");

    public SecondAnswer {
        answer = Typed.text(answer);
        note = Typed.text(note);
    }

    public boolean isApproving() {
        return answer.equals(RefundApproval.APPROVED);
    }

    public boolean isDeclining() {
        return answer.equals(RefundApproval.DECLINED);
    }

    public boolean isNoteMissing() {
        return isDeclining() && note.isEmpty();
    }

    public boolean isAcceptable() {
        return isApproving() || (isDeclining() && !note.isEmpty());
    }

    public @Nullable String noteOrNull() {
        return Typed.orNull(note);
    }
}
