package com.coworkpay.kakaopay.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What KakaoPay answered to a check, beside what this simulator answered to the same calls; redacted. The simulator
/// can be set to answer by it.
///
/// @param api base address that was called
/// @param payments KakaoPay's word for how the payer paid, for a reader
public record Recording(
        String format,
        Instant recordedAt,
        String api,
        String cid,
        @Nullable String payments,
        List<Step> steps) {

    public static final String FORMAT = "coworkpay-kakaopay-recording/1";

    public Recording {
        if (!FORMAT.equals(format)) {
            throw new IllegalArgumentException("not a recording of this format: " + format);
        }
        steps = List.copyOf(steps);
    }

    /// One call.
    ///
    /// @param name of the step, for a reader
    /// @param legacy whether it went to the former API
    /// @param request the fields that were sent
    /// @param assumed what the simulator answered to it, and what the connector made of that
    public record Step(
            String name,
            Endpoint call,
            boolean legacy,
            @Nullable JsonNode request,
            Said assumed,
            Said observed) {}

    /// @param status 0 if there was no answer
    /// @param body null if it was no JSON
    /// @param outcome the connector's reading
    public record Said(
            int status, String contentType, @Nullable JsonNode body, String outcome) {

        public Said {
            body = body == null || body.isNull() ? null : body;
        }

        public boolean done() {
            return status == 200;
        }

        /// KakaoPay's code, of either generation; null where there is none.
        public @Nullable Integer code() {
            if (body == null) {
                return null;
            }
            JsonNode code = body.has("error_code") ? body.get("error_code") : body.get("code");
            return code == null || !code.canConvertToInt() ? null : code.intValue();
        }

        public @Nullable String message() {
            if (body == null) {
                return null;
            }
            JsonNode message = body.has("error_message") ? body.get("error_message") : body.get("msg");
            return message == null || message.isNull() ? null : message.asText();
        }
    }
}
