package com.coworkpay.integration.connection;

import com.coworkpay.integration.Messages;
import com.coworkpay.integration.location.domain.CheckResult;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// @param accepted false also when the check was inconclusive; `result` says which
/// @param message a sentence in the caller's language: what it means, what to do
/// @param code what KakaoPay said, for looking it up
/// @param version of the location afterwards
@Schema(
        name = "Check",
        requiredProperties = {"result", "accepted", "message", "version"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckResponse(
        CheckResult result,
        boolean accepted,
        String message,
        @Nullable String code,
        long version) {

    static CheckResponse of(CheckConnection.Result checked, Messages messages, List<String> siteDomains) {
        VerificationResult verification = checked.verification();
        return new CheckResponse(
                verification.result(),
                verification.isAccepted(),
                message(verification, messages, siteDomains),
                verification.code().orElse(null),
                checked.state().version());
    }

    private static String message(VerificationResult verification, Messages messages, List<String> siteDomains) {
        String key = verification.isAccepted()
                ? "check-accepted"
                : CheckProblems.typeOf(verification.result()).slug() + ".detail";
        return messages.format(
                key,
                Map.of(
                        "siteDomains", String.join(", ", siteDomains),
                        "code", verification.code().orElse("?")));
    }
}
