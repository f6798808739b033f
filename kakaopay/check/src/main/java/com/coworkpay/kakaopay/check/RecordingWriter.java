package com.coworkpay.kakaopay.check;

import com.coworkpay.kakaopay.connector.CredentialKind;
import com.coworkpay.kakaopay.simulator.Recording;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes a recording of what was said, without what no file may hold.
final class RecordingWriter {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final CheckOptions options;
    private final Redaction redaction;

    RecordingWriter(CheckOptions options) {
        this.options = options;
        this.redaction = new Redaction(options.key());
    }

    /// Steps that both have.
    Recording of(Map<String, Conversation.Step> observed, Map<String, Conversation.Step> assumed) {
        assumed.values().forEach(step -> {
            redaction.knows(Redaction.parsed(step.passed().body()));
            redaction.knows(step.passed().sent().fields);
        });
        observed.values()
                .forEach(step -> redaction.token(
                        step.passed().sent().fields.path("pg_token").asText("no token")));
        List<Recording.Step> steps = new ArrayList<>();
        observed.forEach((name, step) -> {
            Conversation.Step twin = assumed.get(name);
            if (twin != null) {
                steps.add(new Recording.Step(
                        name,
                        step.call(),
                        options.kind() == CredentialKind.ADMIN_KEY,
                        redaction.of(step.passed().sent().fields),
                        said(twin),
                        said(step)));
            }
        });
        return new Recording(
                Recording.FORMAT,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                options.baseUrl().toString(),
                options.cid(),
                method(observed),
                steps);
    }

    private Recording.Said said(Conversation.Step step) {
        Gateway.Passed passed = step.passed();
        return new Recording.Said(
                passed.status(),
                passed.contentType(),
                redaction.of(Redaction.parsed(passed.body())),
                OutcomeText.reading(step.outcome()));
    }

    private static @Nullable String method(Map<String, Conversation.Step> observed) {
        Conversation.Step approve = observed.get("approve");
        JsonNode body =
                approve == null ? null : Redaction.parsed(approve.passed().body());
        return body == null ? null : body.path("payment_method_type").asText(null);
    }

    static void write(Recording recording, Path file) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(recording) + "\n");
    }
}
