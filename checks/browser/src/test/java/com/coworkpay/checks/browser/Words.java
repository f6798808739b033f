package com.coworkpay.checks.browser;

/// What people read and press. Each is one of the console's texts by its key, so that a better wording is one change;
/// those of the simulator's page stand here.
enum Words {
    TRY_AND_CONNECT("tryAndConnect"),
    FILL_IN("fillIn"),
    BACK_TO("backTo"),
    KEY("key"),
    CID("cid"),
    ITS_KEY("simulatorKey"),
    CONNECTED("done", "connected"),
    CHECK_NOW("checkNow"),
    NOTHING_WAS_CHANGED("notDone"),
    SAVED("done", "saved"),
    SAVE("save"),
    BOOKINGS("payableType", "BOOKING"),
    SWITCHED_OFF("checkoutProblem", "payable-switched-off"),
    DISCONNECT("disconnect"),
    DISCONNECTED("done", "disconnected"),
    PAY_WITH_KAKAOPAY("payWithKakaoPay"),
    CHECKING("checking"),
    PAID("paymentDone"),
    GO_ON_AT_KAKAOPAY("goOnAtKakaoPay"),
    CONTINUE_AT_KAKAOPAY("continueAtKakaoPay"),
    CANCEL_THIS_PAYMENT("cancelPayment"),
    CANCELED("status", "CANCELED"),
    RECEIPT("receipt"),
    OVERVIEW("overview"),
    TRANSACTIONS("transactions"),
    REFUNDS("refunds"),
    MANUAL_REVIEW("manualReview"),
    OPENING_HOURS("openingHours"),
    KAKAOPAY("kakaopay"),
    SEARCH_TRANSACTION("searchTransaction"),
    APPLY("applyFilters"),
    NO_SUCH_TRANSACTION("noTransactionFound"),
    STATUS_PAID("status", "SUCCEEDED"),
    STATUS_PARTLY_REFUNDED("status", "PARTIALLY_REFUNDED"),
    STATUS_REFUNDED("status", "REFUNDED"),
    REFUND("refund"),
    REFUND_AMOUNT("refundAmount"),
    A_PART("aPart"),
    AMOUNT_OF_PART("amountOfPart"),
    BAD_AMOUNT("badAmount"),
    NOTE("note"),
    NEXT("next"),
    BACK("back"),
    STAYS_AFTER("staysAfter"),
    REFUND_REQUESTED("done", "refundRequested"),
    REFUND_WAITS("done", "refundWaits"),
    REQUEST_AMOUNT("requestAmount"),
    REFUND_BATCHES("batches"),
    EVENT_ID("eventIdLabel"),
    COUNT_NOW("countNow"),
    CONFIRM_BATCH("confirmBatch"),
    REFUND_ALL("refundAll"),
    ANSWER_BATCH("answerBatch"),
    APPROVE_BATCH("approveBatch"),
    GIVE_ANSWER("giveAnswer"),
    BATCH_TO_BE_CONFIRMED("batchStatus", "DRY_RUN"),
    BATCH_WAITS("batchStatus", "AWAITING_APPROVAL"),
    BATCH_DONE("batchStatus", "DONE"),
    LEFT_OUT_NOTHING_LEFT("leftOutReason", "NOTHING_LEFT"),
    APPROVE_OR_DECLINE("answer"),
    APPROVE_IT("approve"),
    DECLINE_IT("decline"),
    APPROVE_AMOUNT("approveAmount"),
    DECLINE_AMOUNT("declineAmount"),
    APPROVED("done", "refundApproved"),
    DECLINED("done", "refundDeclined"),
    RECORD_AMOUNT("recordAmount"),
    RECORD_WAITS("done", "resolutionProposed"),
    APPROVE_PROPOSAL("approveProposal"),
    RECORD_APPROVED("done", "resolutionApproved"),
    CHANGED_MEANWHILE("changedMeanwhile"),
    NOT_PERMITTED("errorTitle", "notPermitted"),
    NOT_FOUND("errorTitle", "notFound"),
    PAYMENT_NOT_FOUND("payerErrorTitle", "notFound"),
    LOCATIONS("locations"),
    HELP("help"),
    SIGN_OUT("signOut"),
    SIGNED_OUT("signedOut"),
    SKIP("skipToContents"),
    PAY_BY_MONEY(new OfTheSimulator("Pay with Kakao Pay Money", "카카오페이머니로 결제")),
    ABORT(new OfTheSimulator("Cancel", "결제 취소"));

    /// The simulator's pages have texts of their own.
    private record OfTheSimulator(String english, String korean) {}

    private final String english;
    private final String korean;

    Words(String key) {
        this(key, "");
    }

    /// @param variant of a text that depends on a value
    Words(String key, String variant) {
        this.english = Texts.english(key, variant);
        this.korean = Texts.korean(key, variant);
    }

    Words(OfTheSimulator text) {
        this.english = text.english();
        this.korean = text.korean();
    }

    String in(Language language) {
        return language == Language.KO ? korean : english;
    }
}
