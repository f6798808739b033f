package com.coworkpay.console.words;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The texts of what any page may say of itself, in English; `messages/frame_ko.properties` has the Korean ones. A
/// bundle
/// of its own, as one of Quarkus 3.34 holds at most 300 texts.
@MessageBundle("frame")
public interface FrameMessages {
    @Message("Your session had ended when you pressed the button: nothing was sent. Please fill in the form again.")
    String notSent();

    @Message(
            "{#when kind}{#is 'notFound'}This payment link does not work{#is 'unavailable'}One moment{#else}Something went wrong{/when}")
    String payerErrorTitle(String kind);

    @Message(
            "{#when kind}{#is 'notFound'}The link may be incomplete or no longer valid. Open the payment again from the page on which you booked, or ask where you booked.{#is 'unavailable'}This page cannot be shown now, and is asked for again by itself. Nothing is lost. Do not pay a second time: if you have paid, this page will show it.{#else}This is our mistake. Open the payment again from the page on which you booked. If you have paid, it is shown there. If it stays, ask where you booked and name the number below.{/when}")
    String payerErrorText(String kind);

    @Message("Print")
    String printReceipt();

    @Message(
            "Refunds of this payment, if there are any, are not shown now. They are not lost: load the page again later.")
    String refundsMissing();
}
