package com.coworkpay.console.client;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The filters of refunds, as they stand in the page's address and go on to refund-service, which checks them.
public class RefundFilter {

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("status")
    List<String> status = List.of();

    @QueryParam("origin")
    List<String> origin = List.of();

    @QueryParam("reason")
    List<String> reason = List.of();

    @QueryParam("requestedBy")
    @Nullable
    String requestedBy;

    @QueryParam("minKrw")
    @Nullable
    String minKrw;

    @QueryParam("maxKrw")
    @Nullable
    String maxKrw;

    @QueryParam("inReview")
    @Nullable
    String inReview;

    public String from() {
        return Typed.text(from);
    }

    public String to() {
        return Typed.text(to);
    }

    public String requestedBy() {
        return Typed.text(requestedBy);
    }

    public String minKrw() {
        return Typed.text(minKrw);
    }

    public String maxKrw() {
        return Typed.text(maxKrw);
    }

    public boolean hasStatus(String value) {
        return status.contains(value);
    }

    public boolean hasOrigin(String value) {
        return origin.contains(value);
    }

    public boolean hasReason(String value) {
        return reason.contains(value);
    }

    /// Exactly these and nothing else is chosen.
    public boolean isOnly(List<String> statuses, boolean reviewed) {
        RefundFilter other = new RefundFilter();
        other.status = statuses;
        other.inReview = reviewed ? "true" : null;
        return inAddress().query().equals(other.inAddress().query());
    }

    /// As typed, without separators and empty fields.
    public RefundFilter cleaned() {
        RefundFilter cleaned = new RefundFilter();
        cleaned.from = Typed.orNull(from);
        cleaned.to = Typed.orNull(to);
        cleaned.status = Typed.chosen(status);
        cleaned.origin = Typed.chosen(origin);
        cleaned.reason = Typed.chosen(reason);
        cleaned.requestedBy = Typed.orNull(requestedBy);
        cleaned.minKrw = Typed.amount(minKrw);
        cleaned.maxKrw = Typed.amount(maxKrw);
        cleaned.inReview = Typed.orNull(inReview);
        return cleaned;
    }

    public InAddress inAddress() {
        return new InAddress()
                .with("from", from)
                .with("to", to)
                .with("status", status)
                .with("origin", origin)
                .with("reason", reason)
                .with("requestedBy", requestedBy)
                .with("minKrw", minKrw)
                .with("maxKrw", maxKrw)
                .with("inReview", inReview);
    }
}
