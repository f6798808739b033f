package com.coworkpay.console.client;

import com.coworkpay.console.client.ServiceProblem.FieldProblem;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;

/// Reads a service's problem document.
public class ProblemReader implements ResponseExceptionMapper<ServiceProblem> {

    private static final String URN = "urn:coworkpay:problem:";

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 400;
    }

    @Override
    public ServiceProblem toThrowable(Response response) {
        return problem(response.getStatus(), body(response), response.getHeaderString("Retry-After"));
    }

    static ServiceProblem problem(int status, JsonObject body, @Nullable String retryAfter) {
        List<FieldProblem> fields = new ArrayList<>();
        String field = body.getString("field");
        if (field != null) {
            fields.add(new FieldProblem(field, body.getString("detail", "")));
        }
        body.getJsonArray("errors", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .forEach(each ->
                        fields.add(new FieldProblem(each.getString("field", ""), each.getString("message", ""))));
        return new ServiceProblem(
                status,
                body.getString("type", "").replace(URN, ""),
                body.getString("detail"),
                body.getString("code"),
                fields,
                body.getString("traceId"),
                retryAfter(retryAfter));
    }

    private static JsonObject body(Response response) {
        try {
            return new JsonObject(response.readEntity(String.class));
        } catch (DecodeException | IllegalStateException notOurs) {
            return new JsonObject();
        }
    }

    private static @Nullable Duration retryAfter(@Nullable String seconds) {
        try {
            return seconds == null ? null : Duration.ofSeconds(Long.parseLong(seconds));
        } catch (NumberFormatException date) {
            return null;
        }
    }
}
