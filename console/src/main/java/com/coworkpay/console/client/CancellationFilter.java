package com.coworkpay.console.client;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The filters of cancellations, as they stand in the page's address and go on to refund-service, which checks them.
public class CancellationFilter {

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("outcome")
    List<String> outcome = List.of();

    @QueryParam("reason")
    List<String> reason = List.of();

    @QueryParam("role")
    List<String> role = List.of();

    @QueryParam("payableType")
    @Nullable
    String payableType;

    @QueryParam("payableId")
    @Nullable
    String payableId;

    @QueryParam("cancellationId")
    @Nullable
    String cancellationId;

    @QueryParam("cancelledBy")
    @Nullable
    String cancelledBy;

    @QueryParam("minKrw")
    @Nullable
    String minKrw;

    @QueryParam("maxKrw")
    @Nullable
    String maxKrw;

    public String from() {
        return Typed.text(from);
    }

    public String to() {
        return Typed.text(to);
    }

    public boolean hasOutcome(String value) {
        return outcome.contains(value);
    }

    public boolean hasReason(String value) {
        return reason.contains(value);
    }

    public boolean hasRole(String value) {
        return role.contains(value);
    }

    public String payableType() {
        return Typed.text(payableType);
    }

    public String payableId() {
        return Typed.text(payableId);
    }

    public String cancellationId() {
        return Typed.text(cancellationId);
    }

    public String cancelledBy() {
        return Typed.text(cancelledBy);
    }

    public String minKrw() {
        return Typed.text(minKrw);
    }

    public String maxKrw() {
        return Typed.text(maxKrw);
    }

    /// As typed, without separators and empty fields.
    public CancellationFilter cleaned() {
        CancellationFilter cleaned = new CancellationFilter();
        cleaned.from = Typed.orNull(from);
        cleaned.to = Typed.orNull(to);
        cleaned.outcome = Typed.chosen(outcome);
        cleaned.reason = Typed.chosen(reason);
        cleaned.role = Typed.chosen(role);
        cleaned.payableType = Typed.orNull(payableType);
        cleaned.payableId = Typed.orNull(payableId);
        cleaned.cancellationId = Typed.orNull(cancellationId);
        cleaned.cancelledBy = Typed.orNull(cancelledBy);
        cleaned.minKrw = Typed.amount(minKrw);
        cleaned.maxKrw = Typed.amount(maxKrw);
        return cleaned;
    }

    public InAddress inAddress() {
        return new InAddress()
                .with("from", from)
                .with("to", to)
                .with("outcome", outcome)
                .with("reason", reason)
                .with("role", role)
                .with("payableType", payableType)
                .with("payableId", payableId)
                .with("cancellationId", cancellationId)
                .with("cancelledBy", cancelledBy)
                .with("minKrw", minKrw)
                .with("maxKrw", maxKrw);
    }
}
