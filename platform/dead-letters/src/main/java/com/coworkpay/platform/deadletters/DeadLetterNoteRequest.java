package com.coworkpay.platform.deadletters;

import com.coworkpay.platform.problem.HumanText;
import com.coworkpay.platform.problem.Text;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Why something is done about a dead letter.
@Schema(name = "DeadLetterNoteRequest")
record DeadLetterNoteRequest(
        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = 500,
                description = "Why; no personal data",
                examples = "Sender corrected the time; INC-4711")
        @NotNull
        @Text(max = 500)
        HumanText note) {}
