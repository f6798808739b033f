package com.coworkpay.console.words;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The texts of what any page may say of itself, in English; `messages/frame_ko.properties` has the Korean ones. A bundle
/// of its own, as one of Quarkus 3.34 holds at most 300 texts.
@MessageBundle("frame")
public interface FrameMessages {
    @Message("Your session had ended when you pressed the button: nothing was sent. Please fill in the form again.")
    String notSent();

    @Message("Refunds of this payment, if there are any, are not shown now. They are not lost: load the page again later.")
    String refundsMissing();
}
