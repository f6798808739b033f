package com.coworkpay.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.opentelemetry.runtime.exporter.otlp.tracing.LateBoundSpanProcessor;
import io.quarkus.opentelemetry.runtime.exporter.otlp.tracing.RemoveableLateBoundSpanProcessor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TraceExportTest.NothingConfigured.class)
class TraceExportTest {

    public static class NothingConfigured implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.arc.exclude-types",
                    SpansInMemory.class.getName(),
                    "quarkus.datasource.reactive.url",
                    "postgresql://localhost:1/nobody-asks");
        }
    }

    @Inject
    LateBoundSpanProcessor export;

    @Inject
    Tracer tracer;

    @Test
    void withoutAnEndpointNothingIsSentButTracesHaveIds() {
        assertThat(export).isInstanceOf(RemoveableLateBoundSpanProcessor.class);
        Span span = tracer.spanBuilder("work").startSpan();
        assertThat(span.getSpanContext().isValid()).isTrue();
        assertThat(span.getSpanContext().isSampled()).isTrue();
        span.end();
    }
}
