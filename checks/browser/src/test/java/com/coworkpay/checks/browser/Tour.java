package com.coworkpay.checks.browser;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.tools.local.stack.DemoMerchants;
import com.microsoft.playwright.options.AriaRole;

/// Every page, with something to see on it, in one language: for those who look at each of them.
final class Tour {
    private static final String ROOM_KO = "회의실 A, 2시간";
    private static final String ROOM_EN = "Meeting room A, two hours";

    private final Suite suite;
    private final Language language;
    private final Eye eye;

    Tour(Suite suite, Language language, Eye eye) {
        this.suite = suite;
        this.language = language;
        this.eye = eye;
    }

    void take() {
        var location = suite.location(language == Language.KO ? "강남점" : "CoworkPay Gangnam");
        String room = language == Language.KO ? ROOM_KO : ROOM_EN;
        try (var minji = Visitor.of(suite, language, Screen.DESK, eye).expecting(403, 404, 422)) {
            minji.goTo("/console").look("sign-in-at-the-issuer");
            minji.signInAs("Kim Minji", location).seesHeading(Words.LOCATIONS).look("locations");
            empty(minji, location);
            connect(minji, location);
            openingHours(minji, location);
            String payment = payer(location, room);
            moreToSee(location);
            full(minji, location, payment);
            disconnect(minji, location);
            strangers(minji, location);
        }
    }

    private static void empty(Visitor minji, Suite.Location location) {
        minji.goTo(location.console("")).seesHeading(Words.OVERVIEW).look("overview-not-connected");
        minji.goTo(location.console("transactions"))
                .seesHeading(Words.TRANSACTIONS)
                .look("transactions-empty");
        minji.goTo(location.console("refunds")).seesHeading(Words.REFUNDS).look("refunds-empty");
        minji.goTo(location.console("review")).seesHeading(Words.MANUAL_REVIEW).look("review-empty");
        minji.goTo(location.console("kakaopay")).seesHeading(Words.KAKAOPAY).look("kakaopay-not-connected");
    }

    private static void connect(Visitor minji, Suite.Location location) {
        minji.type(Words.KEY, "PRDWRONGKEY0000000000000000000000000000")
                .type(Words.CID, DemoMerchants.SECRET_KEY_CID)
                .press(Words.TRY_AND_CONNECT)
                .sees(Words.NOTHING_WAS_CHANGED)
                .look("kakaopay-wrong-key");
        minji.type(Words.KEY, DemoMerchants.SECRET_KEY)
                .press(Words.TRY_AND_CONNECT)
                .sees(Words.CONNECTED)
                .goTo(location.console("kakaopay"))
                .press(Words.CHECK_NOW)
                .look("kakaopay-connected");
    }

    private static void openingHours(Visitor minji, Suite.Location location) {
        minji.open(Words.OPENING_HOURS).seesHeading(Words.OPENING_HOURS).look("schedules-none");
        minji.goTo(location.console("schedules/change?kind=DEFAULT")).look("schedule-new");
        minji.page().fill("#MONDAY", "9-18");
        minji.press(Words.SAVE).page().locator("#MONDAY-problem").waitFor();
        minji.look("schedule-wrong");
        minji.page().fill("#MONDAY", "09:00-12:00, 13:00-18:00");
        minji.page().fill("#closedDays", "2026-12-25");
        minji.press(Words.SAVE).sees(Words.SAVED).look("schedules");
        minji.goTo(location.console("schedules/change?kind=DEFAULT")).look("schedule");
    }

    private String payer(Suite.Location location, String room) {
        var checkout = suite.checkout(location, room, 22_000);
        try (var payer = Visitor.of(suite, language, Screen.PHONE, eye)) {
            payer.goTo(checkout.url().toString())
                    .seesHeading(room)
                    .look("checkout-open")
                    .press(Words.PAY_WITH_KAKAOPAY, language.won(22_000))
                    .press(Words.PAY_BY_MONEY)
                    .seesHeading("✓ " + payer.say(Words.PAID))
                    .look("checkout-paid");
            String payment = payer.page().locator("main code").first().innerText();
            payer.follow(Words.RECEIPT).seesHeading(Words.RECEIPT).look("receipt");
            return payment;
        }
    }

    private void moreToSee(Suite.Location location) {
        boolean korean = language == Language.KO;
        suite.paid(location, korean ? "라운지 좌석, 하루" : "Lounge desk, one day", 15_000);
        suite.paid(location, korean ? "네트워킹 행사 입장권 3매" : "Three tickets for the evening", 99_000);
        suite.paid(location, korean ? "개인 사무실, 2026년 12월" : "Private office, December 2026", 1_254_000);
    }

    private void full(Visitor minji, Suite.Location location, String payment) {
        String page = location.console("transactions/" + payment);
        minji.goTo(page).sees(Words.STATUS_PAID).look("transaction-paid");
        minji.goTo(page + "/refund").seesHeading(Words.REFUND).look("refund-first");
        minji.choose(Words.A_PART)
                .type(Words.AMOUNT_OF_PART, "5000")
                .press(Words.NEXT)
                .sees(Words.STAYS_AFTER)
                .look("refund-second");
        minji.press(Words.REFUND_AMOUNT, language.won(5_000))
                .sees(Words.STATUS_PARTLY_REFUNDED)
                .goTo(page)
                .look("transaction-partly-refunded");
        refused(minji, location);
        declined(minji, location);
        minji.goTo(location.console("transactions")).seesInTheEnd(payment).look("transactions");
        minji.type(Words.SEARCH_TRANSACTION, "nothing like this")
                .press(Words.APPLY)
                .sees(Words.NO_SUCH_TRANSACTION)
                .look("transactions-none-found");
        minji.goTo(location.console("refunds")).look("refunds");
        minji.goTo(location.console("cancellations")).look("cancellations");
        batch(minji, location);
        minji.goTo(location.console("comparisons")).look("comparisons-none");
        minji.page().locator("main form button.primary").click();
        minji.page().waitForURL("**/comparisons/*");
        minji.look("comparison");
        minji.goTo(location.console("comparisons")).look("comparisons");
        minji.goTo(location.console("")).seesHeading(Words.OVERVIEW).look("overview");
        minji.goTo("/console/help").seesHeading(Words.HELP).look("help");
        for (String guide : new String[] {"administrator", "analyst"}) {
            minji.goTo("/console/guide/" + guide).look("guide-" + guide);
        }
    }

    /// An event of which two tickets were sold.
    private void batch(Visitor minji, Suite.Location location) {
        boolean korean = language == Language.KO;
        String event = "networking-day-" + location.id();
        for (int i = 0; i < 2; i++) {
            suite.paidTicket(location, event, korean ? "네트워킹 데이 입장권" : "Networking day, one ticket", 33_000);
        }
        minji.goTo(location.console("refund-batches"))
                .look("batches-none")
                .type(Words.EVENT_ID, event)
                .press(Words.COUNT_NOW)
                .sees(Words.BATCH_TO_BE_CONFIRMED)
                .look("batch-dry-run");
        minji.link(minji.say(Words.CONFIRM_BATCH) + " …").click();
        minji.page().locator("#sum").waitFor();
        minji.look("batch-confirm");
        minji.page().fill("#sum", "66000");
        minji.press(Words.REFUND_ALL, language.won(66_000))
                .sees(Words.BATCH_DONE)
                .look("batch-done");
        minji.goTo(location.console("refund-batches")).look("batches");
    }

    /// A refund that KakaoPay refuses for good.
    private void refused(Visitor minji, Suite.Location location) {
        String room = language == Language.KO ? "회의실 B, 1시간" : "Meeting room B, one hour";
        String payment = suite.paid(location, room, 11_000);
        suite.kakaopay()
                .fault(Fault.code(Endpoint.CANCEL, -780).forOrder(payment).times(50));
        minji.goTo(location.console("transactions/" + payment + "/refund"))
                .press(Words.NEXT)
                .press(Words.REFUND_AMOUNT, language.won(11_000))
                .sees(Words.REFUND_REQUESTED)
                .look("transaction-refund-requested");
    }

    /// A refund above the limit, which waits until a second person has declined it. Then it is recorded as given back
    /// another way, which the second person approves.
    private void declined(Visitor minji, Suite.Location location) {
        String room = language == Language.KO ? "행사장, 하루" : "Event space, one day";
        String won = language.won(150_000);
        String page = location.console("transactions/" + suite.paid(location, room, 150_000));
        minji.goTo(page + "/refund")
                .press(Words.NEXT)
                .sees(language.won(100_000))
                .look("refund-second-above-the-limit")
                .press(Words.REQUEST_AMOUNT, won)
                .sees(Words.REFUND_WAITS)
                .look("transaction-awaiting-approval");
        try (var dohyun = Visitor.of(suite, language, Screen.DESK, eye)) {
            dohyun.signInAs("Choi Dohyun", location)
                    .goTo(location.console("refunds?status=AWAITING_APPROVAL"))
                    .look("refunds-awaiting-approval")
                    .goTo(page)
                    .look("transaction-to-approve")
                    .beginAnswer()
                    .choose(Words.DECLINE_IT)
                    .type(Words.NOTE, language == Language.KO ? "금액을 다시 확인해 주세요" : "Please check the amount")
                    .look("approval-first")
                    .press(Words.NEXT)
                    .look("approval-second")
                    .press(Words.DECLINE_AMOUNT, won)
                    .sees(Words.DECLINED)
                    .look("transaction-refund-declined");
            minji.goTo(page).page().locator("a[href$='/resolution']").click();
            minji.page().locator("#evidence").waitFor();
            minji.look("resolution");
            minji.page().fill("#evidence", language == Language.KO ? "계좌 이체 12월 1일" : "Bank transfer of 1 December");
            minji.press(Words.RECORD_AMOUNT, won).sees(Words.RECORD_WAITS).look("transaction-resolution-proposed");
            dohyun.goTo(location.console("review")).look("review-proposed");
            dohyun.page().locator("a[id^='answer-proposal-']").click();
            dohyun.choose(Words.APPROVE_IT)
                    .look("proposal-first")
                    .press(Words.NEXT)
                    .look("proposal-second")
                    .press(Words.APPROVE_PROPOSAL, won)
                    .sees(Words.RECORD_APPROVED)
                    .look("transaction-given-back-another-way");
        }
    }

    private static void disconnect(Visitor minji, Suite.Location location) {
        minji.goTo(location.console("kakaopay/disconnect"))
                .seesHeading(Words.DISCONNECT)
                .look("disconnect");
        minji.page().getByRole(AriaRole.MAIN).getByRole(AriaRole.TEXTBOX).fill(DemoMerchants.SECRET_KEY_CID);
        minji.press(Words.DISCONNECT).sees(Words.DISCONNECTED).look("kakaopay-disconnected");
    }

    private void strangers(Visitor minji, Suite.Location location) {
        minji.goTo("/console/nowhere").seesHeading(Words.NOT_FOUND).look("not-found");
        minji.page().locator("summary").first().click();
        minji.look("menu-open");
        minji.press(Words.SIGN_OUT).seesHeading(Words.SIGNED_OUT).look("signed-out");
        try (var hyun = Visitor.of(suite, language, Screen.DESK, eye).expecting(403)) {
            hyun.signInAs("Park Hyun", location)
                    .goTo(location.console("kakaopay"))
                    .seesHeading(Words.NOT_PERMITTED)
                    .look("no-permission");
        }
        try (var jisoo = Visitor.of(suite, language, Screen.PHONE, eye)) {
            jisoo.signInAs("Lee Jisoo").look("no-permission-anywhere");
        }
        try (var sora = Visitor.of(suite, language, Screen.DESK, eye)) {
            sora.signInAs("Han Sora").goTo("/console/dead-letters").look("dead-letters");
        }
    }
}
