package com.coworkpay.integration.connection.api;

import com.coworkpay.integration.Words;
import com.coworkpay.integration.connection.CheckConnection;
import com.coworkpay.integration.connection.CheckProblems;
import com.coworkpay.integration.connection.domain.CheckResult;
import com.coworkpay.integration.connection.domain.Verdict;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// @param accepted false also when KakaoPay gave no judgement; `result` tells which
/// @param message a sentence in the caller's language: what it means, what to do
/// @param code what KakaoPay said, for looking it up
/// @param version of the location afterwards
@Schema(
        name = "Check",
        requiredProperties = {"result", "accepted", "message", "version"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CheckAnswer(
        CheckResult result,
        boolean accepted,
        String message,
        @Nullable String code,
        long version) {

    static CheckAnswer of(CheckConnection.Checked checked, Words words, List<String> siteDomains) {
        Verdict verdict = checked.verdict();
        return new CheckAnswer(
                verdict.result(),
                verdict.isAccepted(),
                message(verdict, words, siteDomains),
                verdict.code().orElse(null),
                checked.state().version());
    }

    private static String message(Verdict verdict, Words words, List<String> siteDomains) {
        String key = verdict.isAccepted()
                ? "check-accepted"
                : CheckProblems.typeOf(verdict.result()).slug() + ".detail";
        return words.say(
                key,
                Map.of(
                        "siteDomains", String.join(", ", siteDomains),
                        "code", verdict.code().orElse("?")));
    }
}
