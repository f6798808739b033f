package com.coworkpay.refund.query;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.contracts.Role;
import com.coworkpay.platform.identity.Subject;
import com.coworkpay.platform.problem.ProblemException;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The filters of the list of cancellations.
class CancellationFilterParams {

    private static final int MAX_ID_LENGTH = 200;

    @QueryParam("outcome")
    @Parameter(description = "What became of it. Repeatable: any of them")
    @Nullable
    List<CancellationOutcome> outcome;

    @QueryParam("reason")
    @Parameter(description = "The reason of a decision, or why it was set aside. Repeatable: any of them")
    @Nullable
    List<String> reason;

    @QueryParam("role")
    @Parameter(description = "Of who cancelled. Repeatable: any of them")
    @Nullable
    List<Role> role;

    @QueryParam("payableType")
    @Nullable
    PayableType payableType;

    @QueryParam("payableId")
    @Parameter(description = "Exactly")
    @Nullable
    String payableId;

    @QueryParam("cancellationId")
    @Parameter(description = "Exactly. Several payables may have a cancellation with the same id")
    @Nullable
    String cancellationId;

    @QueryParam("cancelledBy")
    @Parameter(description = "The subject of who cancelled, exactly")
    @Pattern(regexp = Subject.REGEX)
    @Nullable
    String cancelledBy;

    @QueryParam("from")
    @Parameter(description = "First day, in the location's time zone, on which it was received")
    @Nullable
    LocalDate from;

    @QueryParam("to")
    @Parameter(description = "Last day, inclusive")
    @Nullable
    LocalDate to;

    @QueryParam("minKrw")
    @Min(0)
    @Parameter(description = "Least amount that a decision gives back in won, inclusive")
    @Nullable
    Long minKrw;

    @QueryParam("maxKrw")
    @Min(0)
    @Parameter(description = "Highest amount that a decision gives back in won, inclusive")
    @Nullable
    Long maxKrw;

    /// @throws ProblemException naming the parameter at fault
    CancellationFilter filter() {
        FilterRules.days(from, to);
        FilterRules.amounts(minKrw, maxKrw);
        id("payableId", payableId);
        id("cancellationId", cancellationId);
        return new CancellationFilter(
                FilterRules.set(CancellationOutcome.class, outcome),
                FilterRules.reasons(reason),
                FilterRules.set(Role.class, role),
                payableType,
                payableId,
                cancellationId,
                cancelledBy,
                from,
                to,
                minKrw,
                maxKrw);
    }

    private static void id(String name, @Nullable String id) {
        if (id != null && !isId(id)) {
            throw FilterRules.invalid(name);
        }
    }

    /// The same limits as in events, and no character that the database cannot hold.
    static boolean isId(String text) {
        int characters = text.codePointCount(0, text.length());
        return characters >= 1 && characters <= MAX_ID_LENGTH && text.indexOf('\0') < 0;
    }
}
