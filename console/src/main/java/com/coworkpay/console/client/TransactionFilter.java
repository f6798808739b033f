package com.coworkpay.console.client;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The filters of transactions, as they stand in the page's address and go on to reporting-service, which checks them.
/// What was left empty in the form is no filter.
public class TransactionFilter {

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("status")
    List<String> status = List.of();

    @QueryParam("refundStatus")
    List<String> refundStatus = List.of();

    @QueryParam("type")
    List<String> type = List.of();

    @QueryParam("minKrw")
    @Nullable
    String minKrw;

    @QueryParam("maxKrw")
    @Nullable
    String maxKrw;

    @QueryParam("payerId")
    @Nullable
    String payerId;

    @QueryParam("payableId")
    @Nullable
    String payableId;

    @QueryParam("search")
    @Nullable
    String search;

    @QueryParam("live")
    @Nullable
    String live;

    /// By one id of any kind.
    public static TransactionFilter search(String id) {
        TransactionFilter filter = new TransactionFilter();
        filter.search = id;
        return filter;
    }

    public String from() {
        return Typed.text(from);
    }

    public String to() {
        return Typed.text(to);
    }

    public String minKrw() {
        return Typed.text(minKrw);
    }

    public String maxKrw() {
        return Typed.text(maxKrw);
    }

    public String payerId() {
        return Typed.text(payerId);
    }

    public String payableId() {
        return Typed.text(payableId);
    }

    public String search() {
        return Typed.text(search);
    }

    public String live() {
        return Typed.text(live);
    }

    public boolean hasStatus(String value) {
        return status.contains(value);
    }

    public boolean hasRefundStatus(String value) {
        return refundStatus.contains(value);
    }

    public boolean hasType(String value) {
        return type.contains(value);
    }

    /// As typed, without separators and empty fields.
    public TransactionFilter cleaned() {
        TransactionFilter cleaned = new TransactionFilter();
        cleaned.from = Typed.orNull(from);
        cleaned.to = Typed.orNull(to);
        cleaned.status = Typed.chosen(status);
        cleaned.refundStatus = Typed.chosen(refundStatus);
        cleaned.type = Typed.chosen(type);
        cleaned.minKrw = Typed.amount(minKrw);
        cleaned.maxKrw = Typed.amount(maxKrw);
        cleaned.payerId = Typed.orNull(payerId);
        cleaned.payableId = Typed.orNull(payableId);
        cleaned.search = Typed.orNull(search);
        cleaned.live = Typed.orNull(live);
        return cleaned;
    }

    public InAddress inAddress() {
        return new InAddress()
                .with("from", from)
                .with("to", to)
                .with("status", status)
                .with("refundStatus", refundStatus)
                .with("type", type)
                .with("minKrw", minKrw)
                .with("maxKrw", maxKrw)
                .with("payerId", payerId)
                .with("payableId", payableId)
                .with("search", search)
                .with("live", live);
    }
}
