package com.coworkpay.platform.audit;

import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.platform.problem.RangeRule;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The filters that all services have. Several parameters mean all of them.
public class AuditFilterParams {

    private static final int MAX_OBJECT_ID = 300;
    private static final int MAX_ACTOR = 255;
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9998-12-31T00:00:00Z");

    @QueryParam("objectType")
    @Parameter(description = "What was acted on")
    public @Nullable ObjectType objectType;

    @QueryParam("objectId")
    @Parameter(description = "Its id, exactly; with objectType alone")
    public @Nullable String objectId;

    @QueryParam("paymentId")
    @Parameter(description = "Of this payment: of itself and of its refunds")
    public @Nullable UUID paymentId;

    @QueryParam("actor")
    @Parameter(description = "The subject of the token that it was done with, exactly")
    public @Nullable String actor;

    @QueryParam("from")
    @Parameter(
            description = "From this moment on, as of RFC 3339",
            schema =
                    @Schema(
                            implementation = String.class,
                            format = "date-time",
                            examples = "2026-12-01T00:00:00+09:00"))
    public @Nullable String from;

    @QueryParam("to")
    @Parameter(
            description = "Before this moment",
            schema =
                    @Schema(
                            implementation = String.class,
                            format = "date-time",
                            examples = "2026-12-02T00:00:00+09:00"))
    public @Nullable String to;

    /// @throws ProblemException naming the parameter at fault
    AuditFilter filter(@Nullable String locationId, @Nullable List<? extends Enum<?>> actions) {
        if (objectId != null && objectType == null) {
            throw invalid("objectType");
        }
        text("objectId", objectId, MAX_OBJECT_ID);
        text("actor", actor, MAX_ACTOR);
        Instant begin = moment("from", from);
        Instant end = moment("to", to);
        if (begin != null && end != null && !begin.isBefore(end)) {
            throw RangeRule.empty("to");
        }
        List<String> names =
                actions == null ? List.of() : actions.stream().map(Enum::name).toList();
        return new AuditFilter(locationId, objectType, objectId, paymentId, actor, names, begin, end);
    }

    private static void text(String name, @Nullable String text, int max) {
        if (text != null && (text.isBlank() || text.length() > max)) {
            throw invalid(name);
        }
    }

    /// A `+` that came as a space is taken for what was meant.
    private static @Nullable Instant moment(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant at = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            if (!at.isBefore(EARLIEST) && at.isBefore(LATEST)) {
                return at;
            }
        } catch (DateTimeException _) {
            // Named below.
        }
        throw invalid(name);
    }

    private static ProblemException invalid(String field) {
        return ProblemException.of(CommonProblem.INVALID_REQUEST).field(field);
    }
}
