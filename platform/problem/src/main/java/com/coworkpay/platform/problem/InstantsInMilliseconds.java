package com.coworkpay.platform.problem;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Instants in answers: RFC 3339 in UTC with milliseconds, always three digits, as in events. The database has
/// microseconds.
@Singleton
public class InstantsInMilliseconds implements ObjectMapperCustomizer {

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /// After all others: the serializer that was registered last is used, and Quarkus registers one too.
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper ofTheService) {
        ofTheService.registerModule(
                new SimpleModule("instants-in-milliseconds").addSerializer(Instant.class, new JsonSerializer<>() {
                    @Override
                    public void serialize(Instant at, JsonGenerator json, SerializerProvider provider)
                            throws IOException {
                        json.writeString(INSTANT.format(at));
                    }
                }));
    }
}
