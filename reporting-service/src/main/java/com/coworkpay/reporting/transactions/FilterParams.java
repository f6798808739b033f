package com.coworkpay.reporting.transactions;

import com.coworkpay.contracts.PayableType;
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

/// The filters that all reports share. Several values of one parameter mean any of them; several parameters mean all.
public class FilterParams {

    /// In characters (code points). A payer's id is the longest: what OpenID Connect allows. A cancellation's has 200.
    private static final int MAX_ID_LENGTH = 255;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9998;

    @QueryParam("from")
    @Parameter(description = "First day, in the location's time zone, by the time at which money was taken")
    public @Nullable LocalDate from;

    @QueryParam("to")
    @Parameter(description = "Last day, inclusive")
    public @Nullable LocalDate to;

    @QueryParam("status")
    @Parameter(description = "Repeatable: any of them")
    public @Nullable List<ReportStatus> status;

    @QueryParam("type")
    @Parameter(description = "Type of what was paid for. Repeatable: any of them")
    public @Nullable List<PayableType> type;

    @QueryParam("refundStatus")
    @Parameter(description = "A refund of it is in this status. Repeatable: any of them")
    public @Nullable List<ReportRefundStatus> refundStatus;

    @QueryParam("payerId")
    @Parameter(description = "The payer, exactly")
    public @Nullable String payerId;

    @QueryParam("payableId")
    @Parameter(description = "What was paid for, exactly")
    public @Nullable String payableId;

    @QueryParam("minKrw")
    @Parameter(description = "Least total of the payment in won, inclusive")
    public @Nullable Long minKrw;

    @QueryParam("maxKrw")
    @Parameter(description = "Highest total of the payment in won, inclusive")
    public @Nullable Long maxKrw;

    @QueryParam("live")
    @Parameter(description = "true: without test accounts; false: test accounts alone")
    public @Nullable Boolean live;

    @QueryParam("search")
    @Parameter(
            description =
                    "Any id, whole: payment (KakaoPay's Order ID), TID, payable, payer, refund, AID, cancellation")
    public @Nullable String search;

    /// @throws ProblemException naming the parameter at fault
    public Filter filter() {
        day("from", from);
        day("to", to);
        RangeRule.inOrder(from, to, "to");
        amount("minKrw", minKrw);
        amount("maxKrw", maxKrw);
        RangeRule.inOrder(minKrw, maxKrw, "maxKrw");
        return new Filter(
                from,
                to,
                set(ReportStatus.class, status),
                set(PayableType.class, type),
                set(ReportRefundStatus.class, refundStatus),
                id("payerId", payerId),
                id("payableId", payableId),
                minKrw,
                maxKrw,
                live,
                id("search", search));
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
        if (text != null && (text.isBlank() || text.codePointCount(0, text.length()) > MAX_ID_LENGTH)) {
            throw invalid(name);
        }
        return text;
    }

    private static <E extends Enum<E>> Set<E> set(Class<E> type, @Nullable List<E> values) {
        return values == null || values.isEmpty() ? EnumSet.noneOf(type) : EnumSet.copyOf(values);
    }

    static ProblemException invalid(String field) {
        return ProblemException.of(CommonProblem.INVALID_REQUEST).field(field);
    }
}
