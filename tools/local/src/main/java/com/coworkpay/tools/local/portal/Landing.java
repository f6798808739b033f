package com.coworkpay.tools.local.portal;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `/`: three doors, and the first steps, which tick themselves.
final class Landing {
    private final FirstSteps steps;
    private final URI issuer;
    private final URI simulator;

    Landing(FirstSteps steps, URI issuer, URI simulator) {
        this.steps = steps;
        this.issuer = issuer;
        this.simulator = simulator;
    }

    void mount(Router router) {
        PortalPages.get(router, "/", this::show);
    }

    private void show(Screen screen) {
        var views = new Views(screen.language(), screen.location(), simulator).of(steps.at(screen.location()));
        long done = views.stream().filter(StepView::done).count();
        screen.show(
                200,
                "landing",
                Texts.LANDING_TITLE.in(screen.language()),
                true,
                Map.of(
                        "steps",
                        views,
                        "done",
                        done,
                        "finished",
                        done == views.size(),
                        "places",
                        screen.places(),
                        "issuer",
                        issuer,
                        "simulator",
                        simulator));
    }

    /// What is public is called by the template.
    record Link(String address, String words, String style) {}

    record StepView(
            String mark,
            String style,
            String title,
            String status,
            String note,
            String evidence,
            boolean done,
            boolean next,
            List<Link> links) {}

    /// The steps as they are shown; the first that is not done has the one button.
    static final class Views {
        private final Language language;
        private final String location;
        private final URI simulator;
        private final List<StepView> views = new ArrayList<>();
        private boolean nextIsFound;

        Views(Language language, String location, URI simulator) {
            this.language = language;
            this.location = location;
            this.simulator = simulator;
        }

        List<StepView> of(FirstSteps.Known known) {
            String console = "/console/" + location;
            String connection = console + "/kakaopay";
            add(
                    known.connect(),
                    Texts.STEP_CONNECT,
                    Texts.STEP_CONNECT_NOTE,
                    at(Texts.EVIDENCE_CONNECTED, known.connect().evidence()),
                    goTo(connection, Texts.GO_CONNECT));
            add(
                    known.pay(),
                    Texts.STEP_PAY,
                    Texts.STEP_PAY_NOTE,
                    payment(known.pay().evidence()),
                    goTo("/portal?location=" + location, Texts.GO_PAY));
            add(
                    known.cancel(),
                    Texts.STEP_CANCEL,
                    Texts.STEP_CANCEL_NOTE,
                    refund(known.cancel().evidence()),
                    goTo("/portal/bookings?location=" + location, Texts.GO_CANCEL));
            add(
                    known.part(),
                    Texts.STEP_PART,
                    Texts.STEP_PART_NOTE,
                    refund(known.part().evidence()),
                    known.toRefund() == null
                            ? goTo("/portal?location=" + location, Texts.GO_PART_FIRST)
                            : goTo(console + "/transactions/" + known.toRefund(), Texts.GO_PART));
            add(
                    known.find(),
                    Texts.STEP_FIND,
                    Texts.STEP_FIND_NOTE,
                    found(known.find().evidence()),
                    goTo(console + "/transactions", Texts.GO_FIND),
                    goTo(kakaoPay(known.part().evidence()), Texts.GO_KAKAOPAY));
            add(
                    known.disconnect(),
                    Texts.STEP_DISCONNECT,
                    Texts.STEP_DISCONNECT_NOTE,
                    at(Texts.EVIDENCE_DISCONNECTED, known.disconnect().evidence()),
                    goTo(connection, Texts.GO_DISCONNECT));
            return views;
        }

        private record To(String address, Texts words) {}

        private static To goTo(String address, Texts words) {
            return new To(address, words);
        }

        private void add(FirstSteps.Step step, Texts title, Texts note, String evidence, To... links) {
            boolean isDone = step.truth() == FirstSteps.Truth.DONE;
            boolean isNext = !isDone && !nextIsFound;
            nextIsFound |= isNext;
            var shown = new ArrayList<Link>();
            for (var link : links) {
                boolean isButton = isNext && shown.isEmpty();
                shown.add(new Link(link.address(), link.words().in(language), isButton ? "button main" : "plain"));
            }
            views.add(new StepView(
                    isDone ? "✓" : step.truth() == FirstSteps.Truth.UNKNOWN ? "?" : String.valueOf(views.size() + 1),
                    isDone ? "good" : isNext ? "open" : "quiet",
                    title.in(language),
                    statusOf(step.truth(), isNext).in(language),
                    note.in(language),
                    evidence,
                    isDone,
                    isNext,
                    shown));
        }

        private static Texts statusOf(FirstSteps.Truth truth, boolean isNext) {
            return switch (truth) {
                case DONE -> Texts.STEP_DONE;
                case UNKNOWN -> Texts.STEP_UNKNOWN;
                case OPEN -> isNext ? Texts.STEP_NEXT : Texts.STEP_OPEN;
            };
        }

        private String at(Texts what, @Nullable JsonObject entry) {
            return entry == null
                    ? ""
                    : what.in(language) + ": "
                            + language.time(Instant.parse(entry.getString("at")), Screen.ZONE)
                            + " · " + entry.getString("by");
        }

        private String payment(@Nullable JsonObject payment) {
            return payment == null
                    ? ""
                    : Texts.EVIDENCE_PAID.in(language) + ": " + language.won(payment.getLong("totalKrw")) + " · "
                            + payment.getString("description");
        }

        private String refund(@Nullable JsonObject refund) {
            return refund == null
                    ? ""
                    : Texts.EVIDENCE_REFUNDED.in(language) + ": "
                            + language.won(refund.getJsonObject("refund").getLong("amountKrw"))
                            + " / " + language.won(refund.getLong("totalKrw")) + " · "
                            + refund.getString("description");
        }

        private String found(@Nullable JsonObject row) {
            return row == null
                    ? ""
                    : Texts.EVIDENCE_SAME.in(language) + ": "
                            + Texts.EVIDENCE_PAID.in(language) + " " + language.won(row.getLong("paidKrw")) + ", "
                            + Texts.EVIDENCE_REFUNDED.in(language) + " " + language.won(row.getLong("refundedKrw"))
                            + " · Order ID " + row.getString("id");
        }

        private String kakaoPay(@Nullable JsonObject refund) {
            return simulator + "/merchant?lang=" + language.code()
                    + (refund == null ? "" : "&q=" + refund.getString("paymentId"));
        }
    }
}
