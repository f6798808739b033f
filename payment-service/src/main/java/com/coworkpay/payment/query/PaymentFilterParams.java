package com.coworkpay.payment.query;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.payment.domain.PublicStatus;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.platform.problem.RangeRule;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The filters of the list of payments. Several values of one parameter mean any of them; several parameters mean all.
class PaymentFilterParams {

    private static final int MAX_ID_LENGTH = 255;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9998;

    @QueryParam("status")
    @Parameter(description = "Repeatable: any of them")
    public @Nullable List<PublicStatus> status;

    @QueryParam("payableType")
    @Parameter(description = "Type of what is paid for. Repeatable: any of them")
    public @Nullable List<PayableType> payableType;

    @QueryParam("payableId")
    @Parameter(description = "What is paid for, exactly")
    public @Nullable String payableId;

    @QueryParam("payerId")
    @Parameter(description = "The payer, exactly. With a payer's own token: their own id alone")
    public @Nullable String payerId;

    @QueryParam("checkout")
    @Parameter(description = "true: attempts to pay a checkout alone; false: none of them")
    public @Nullable Boolean checkout;

    @QueryParam("from")
    @Parameter(description = "First day on which it was begun, in the location's time zone")
    public @Nullable LocalDate from;

    @QueryParam("to")
    @Parameter(description = "Last day, inclusive")
    public @Nullable LocalDate to;

    @QueryParam("minKrw")
    @Parameter(description = "Least total in won, inclusive")
    public @Nullable Long minKrw;

    @QueryParam("maxKrw")
    @Parameter(description = "Highest total in won, inclusive")
    public @Nullable Long maxKrw;

    /// @throws ProblemException naming the parameter at fault
    PaymentFilter filter() {
        day("from", from);
        day("to", to);
        RangeRule.inOrder(from, to, "to");
        amount("minKrw", minKrw);
        amount("maxKrw", maxKrw);
        RangeRule.inOrder(minKrw, maxKrw, "maxKrw");
        return new PaymentFilter(
                set(PublicStatus.class, status),
                set(PayableType.class, payableType),
                id("payableId", payableId),
                id("payerId", payerId),
                checkout,
                from,
                to,
                minKrw,
                maxKrw);
    }

    private static void day(String name, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            throw invalid(name);
        }
    }

    private static void amount(String name, @Nullable Long won) {
        if (won != null && won < 0) {
            throw invalid(name);
        }
    }

    private static @Nullable String id(String name, @Nullable String text) {
        if (text != null && (text.isBlank() || text.length() > MAX_ID_LENGTH)) {
            throw invalid(name);
        }
        return text;
    }

    private static <E extends Enum<E>> Set<E> set(Class<E> type, @Nullable List<E> values) {
        return values == null || values.isEmpty() ? EnumSet.noneOf(type) : EnumSet.copyOf(values);
    }

    private static ProblemException invalid(String field) {
        return ProblemException.of(CommonProblem.INVALID_REQUEST).field(field);
    }
}
