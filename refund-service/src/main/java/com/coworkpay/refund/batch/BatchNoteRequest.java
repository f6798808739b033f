package com.coworkpay.refund.batch;

import com.coworkpay.platform.problem.HumanText;
import com.coworkpay.platform.problem.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Why a person does something with a refund batch.
@Schema(name = "RefundBatchNoteRequest")
record BatchNoteRequest(
        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = 500,
                description = "For colleagues, not for the payer; no personal data")
        @Text(max = 500)
        @Nullable
        HumanText note) {

    @Nullable
    String text() {
        return note == null ? null : note.text();
    }
}
