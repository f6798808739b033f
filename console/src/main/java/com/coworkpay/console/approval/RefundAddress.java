package com.coworkpay.console.approval;

import jakarta.ws.rs.PathParam;
import java.net.URI;

/// The refund that an address of the console names.
public record RefundAddress(
        @PathParam("location") String location,
        @PathParam("payment") String payment,
        @PathParam("refund") String refund) {

    /// The page of its transaction, which says what was done.
    public URI done(String what) {
        return URI.create("/console/" + location + "/transactions/" + payment + "?done=" + what);
    }
}
