package com.coworkpay.tools.local.portal;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the pages show of an order: what Kafka has told of it, what payment-service says now, and what may be done.
/// What is public is called by the templates.
///
/// @param payments payment-service's answer for the payer; empty where it does not say now
/// @param given refund-service's preview; empty where it does not say, or where nothing is paid
record OrderView(Order order, Language language, Optional<JsonObject> payments, Optional<JsonObject> given) {
    public String id() {
        return order.id();
    }

    public String address() {
        return "/portal/bookings/" + order.id();
    }

    public String title() {
        return order.offer().title().in(language);
    }

    public String price() {
        return language.won(order.offer().krw());
    }

    public String location() {
        return order.location();
    }

    public String place() {
        return Screen.place(order.location(), language);
    }

    public String takesPlace() {
        return order.slot().wording(language, Screen.ZONE);
    }

    public String payer() {
        return order.payer().wording().in(language);
    }

    public String policy() {
        return order.offer().policyWording().in(language);
    }

    public boolean cancelled() {
        return order.isCancelled();
    }

    public boolean cancellable() {
        return order.offer().isCancellable() && !order.isCancelled();
    }

    /// It can still be paid; or again, where a cancellation was taken back after its refund.
    public boolean payable() {
        if (order.isCancelled()) {
            return false;
        }
        boolean paid = order.notified().paid() != null || paidNow() != null;
        return !paid
                || (order.cancellations() > 0
                        && order.notified().refundedKrw() >= order.offer().krw());
    }

    public List<WhenView> starts() {
        return order.isCancelled() || !order.offer().isBooking() ? List.of() : WhenView.of(order.offer(), language);
    }

    record WhenView(String value, String wording) {
        static List<WhenView> of(Offer offer, Language language) {
            return offer.starts().stream()
                    .map(when -> new WhenView(when.name(), when.wording().in(language)))
                    .toList();
        }
    }

    // ---- in one word, as the booking system knows it

    private Texts word() {
        var cancellation = order.cancellation();
        if (cancellation != null) {
            return wordOf(cancellation);
        }
        if (order.notified().paid() == null) {
            return Texts.STATUS_OPEN;
        }
        long refunded = order.notified().refundedKrw();
        if (refunded == 0) {
            return Texts.STATUS_PAID;
        }
        return refunded < order.offer().krw() ? Texts.STATUS_PARTLY : Texts.STATUS_REFUNDED;
    }

    private Texts wordOf(Cancellation cancellation) {
        var about = order.notified().about(cancellation.id());
        if (about == null) {
            return order.notified().paid() == null
                            || order.notified().refundedKrw() >= order.offer().krw()
                    ? Texts.STATUS_CANCELLED
                    : Texts.STATUS_CANCELLING;
        }
        return switch (about.getString("status")) {
            case "REFUNDED" ->
                order.notified().refundedKrw() < order.offer().krw() ? Texts.STATUS_PARTLY : Texts.STATUS_REFUNDED;
            case "REFUND_FAILED" -> Texts.STATUS_CANCELLED_FAILED;
            default -> Texts.STATUS_CANCELLED_NOTHING;
        };
    }

    public String status() {
        return word().in(language);
    }

    public String mark() {
        return switch (word()) {
            case STATUS_PAID -> "✓";
            case STATUS_PARTLY, STATUS_REFUNDED -> "↩";
            case STATUS_OPEN, STATUS_CANCELLING -> "◌";
            case STATUS_CANCELLED_FAILED -> "✕";
            default -> "–";
        };
    }

    public String style() {
        return switch (word()) {
            case STATUS_PAID, STATUS_REFUNDED, STATUS_PARTLY -> "good";
            case STATUS_OPEN, STATUS_CANCELLING -> "open";
            case STATUS_CANCELLED_FAILED -> "bad";
            default -> "quiet";
        };
    }

    // ---- as it was told

    public String notified() {
        var notified = order.notified();
        var wording = new ArrayList<String>();
        var paid = notified.paid();
        if (paid != null) {
            wording.add(Texts.NOTIFIED_PAID.in(language) + " " + language.won(paid.getLong("totalKrw")));
        } else {
            notified.payments().values().stream()
                    .map(notice -> "FAILED".equals(notice.getString("status"))
                            ? Texts.NOTIFIED_FAILED
                            : Texts.NOTIFIED_CANCELED)
                    .findFirst()
                    .ifPresent(text -> wording.add(text.in(language)));
        }
        if (notified.refundedKrw() > 0) {
            wording.add(Texts.NOTIFIED_REFUNDED.in(language) + " " + language.won(notified.refundedKrw()));
        }
        notified.refunds().values().stream()
                .map(notice -> notice.getString("status"))
                .distinct()
                .forEach(status -> {
                    if (status.equals("REFUND_DECLINED")) {
                        wording.add(Texts.NOTIFIED_DECLINED.in(language));
                    } else if (status.equals("REFUND_FAILED")) {
                        wording.add(Texts.NOTIFIED_REFUND_FAILED.in(language));
                    }
                });
        return wording.isEmpty() ? Texts.NOTIFIED_NOTHING.in(language) : String.join(" · ", wording);
    }

    /// Why nothing came back, or why a refund failed, in the service's words.
    public String explanation() {
        return order.notified().refunds().values().stream()
                .map(notice -> notice.getJsonObject("explanation"))
                .filter(java.util.Objects::nonNull)
                .map(explanation -> explanation.getString(language.code()))
                .findFirst()
                .orElse("");
    }

    // ---- as it is now

    /// Attempts to pay this, newest first.
    private List<JsonObject> attempts() {
        return payments.map(page -> page.getJsonArray("payments")).orElseGet(JsonArray::new).stream()
                .map(JsonObject.class::cast)
                .filter(payment ->
                        order.id().equals(payment.getJsonObject("payable").getString("id")))
                .toList();
    }

    private @Nullable JsonObject paidNow() {
        return attempts().stream()
                .filter(payment -> "SUCCEEDED".equals(payment.getString("status")))
                .findFirst()
                .orElse(null);
    }

    /// Of the payment that paid it, else of the newest attempt; empty before the first.
    public String paymentId() {
        var paid = paidNow();
        if (paid != null) {
            return paid.getString("paymentId");
        }
        var notified = order.notified().paid();
        if (notified != null) {
            return notified.getString("paymentId");
        }
        return attempts().stream()
                .map(payment -> payment.getString("paymentId"))
                .findFirst()
                .orElse("");
    }

    public String live() {
        if (payments.isEmpty()) {
            return Texts.LIVE_UNKNOWN.in(language);
        }
        var paid = paidNow();
        var shown = paid == null ? attempts().stream().findFirst().orElse(null) : paid;
        if (shown == null) {
            return Texts.LIVE_NOTHING.in(language);
        }
        var wording = new StringBuilder(textOf(shown.getString("status")).in(language));
        var reason = shown.getJsonObject("reasonText");
        if (reason != null) {
            wording.append(" · ").append(reason.getString(language.code()));
        }
        append(wording, Texts.LIVE_REFUNDED, shown.getLong("refundedKrw"));
        append(wording, Texts.LIVE_REFUNDING, shown.getLong("refundPendingKrw"));
        return wording.toString();
    }

    private void append(StringBuilder wording, Texts what, long krw) {
        if (krw > 0) {
            wording.append(" · ").append(what.in(language)).append(' ').append(language.won(krw));
        }
    }

    private static Texts textOf(String status) {
        return switch (status) {
            case "PENDING" -> Texts.LIVE_PENDING;
            case "PROCESSING" -> Texts.LIVE_PROCESSING;
            case "SUCCEEDED" -> Texts.LIVE_SUCCEEDED;
            case "CANCELED" -> Texts.LIVE_CANCELED;
            case "FAILED" -> Texts.LIVE_FAILED;
            default -> Texts.LIVE_UNKNOWN;
        };
    }

    /// After a move refund-service may still count back from the former start: then what it says is of another booking.
    private boolean isPreviewOfEarlierStart() {
        return given.map(answer -> answer.getJsonObject("start"))
                .filter(start -> !order.slot().isSameAs(start.getString("at"), start.getString("day")))
                .isPresent();
    }

    public String preview() {
        return order.isCancelled() || given.isEmpty() || isPreviewOfEarlierStart()
                ? ""
                : language.won(given.get().getLong("amountKrw"));
    }

    public String previewWhy() {
        return given.map(answer -> answer.getJsonObject("explanation"))
                .map(explanation -> explanation.getString(language.code()))
                .orElse("");
    }

    /// Whether something is on its way, so that a page looks again.
    boolean isMoving(Instant now) {
        if (payments.isEmpty()) {
            return true;
        }
        var paid = paidNow();
        if (paid == null) {
            return attempts().stream()
                            .map(payment -> payment.getString("status"))
                            .anyMatch(status -> status.equals("PENDING") || status.equals("PROCESSING"))
                    || now.isBefore(order.madeAt().plusSeconds(3600));
        }
        return order.notified().paid() == null
                || isPreviewOfEarlierStart()
                || paid.getLong("refundPendingKrw") > 0
                || word() == Texts.STATUS_CANCELLING
                || paid.getLong("refundedKrw") != order.notified().refundedKrw();
    }
}
