package com.coworkpay.platform.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;

/// What is wrong with an answer.
final class Answers {

    private static final String PROBLEM = "application/problem+json";

    private Answers() {}

    static Optional<String> fault(Contract contract, Call call, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status == 500 || (status > 500 && !call.operation.declares(status) && status != 503)) {
            return Optional.of(status + " " + answer.body());
        }
        String fault = status >= 400 ? problemFault(contract, answer) : goodFault(contract, call, answer);
        return fault.isEmpty() ? Optional.empty() : Optional.of(status + " " + fault + " in " + shown(answer.body()));
    }

    private static String problemFault(Contract contract, HttpResponse<String> answer) {
        if (!type(answer).equals(PROBLEM)) {
            return "is no problem document but '" + type(answer) + "'";
        }
        String fault = contract.faults(contract.problem(), answer.body());
        return fault.isEmpty()
                        && answer.headers().firstValue("Content-Language").isEmpty()
                ? "tells no language"
                : fault;
    }

    private static String goodFault(Contract contract, Call call, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (!call.method.equals(call.operation.method())) {
            return "";
        }
        if (!call.operation.declares(status)) {
            return "is not declared";
        }
        JsonNode content = call.operation.content(status);
        if (content.isMissingNode()) {
            return answer.body().isEmpty() ? "" : "has a body that is not declared";
        }
        for (Map.Entry<String, JsonNode> declared : content.properties()) {
            if (declared.getKey().equals(type(answer))) {
                return declared.getKey().endsWith("json")
                        ? contract.faults(declared.getValue().path("schema"), answer.body())
                        : "";
            }
        }
        return "has the undeclared type " + type(answer);
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Content-Type")
                .map(type -> type.split(";", 2)[0].strip())
                .orElse("");
    }

    private static String shown(String body) {
        return body.length() <= 500 ? body : body.substring(0, 500) + "…";
    }
}
