package com.coworkpay.console.words;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The texts of refunds that another person has to approve, in English; `messages/approval_ko.properties` has the
/// Korean
/// ones. A bundle of its own, as one of Quarkus 3.34 holds at most 300 texts.
@MessageBundle("approval")
public interface ApprovalMessages {
    @Message("A refund waits for approval")
    String waits();

    @Message("Approvals")
    String approvals();

    @Message("{given} of {needed}")
    String given(String given, String needed);

    @Message("The location's limit")
    String limit();

    @Message("Expires")
    String expires();

    @Message("Answers")
    String answers();

    @Message(
            "{#when answer}{#is 'APPROVED'}✓ approved{#is 'DECLINED'}✕ declined{#is 'WITHDRAWN'}– taken back{#else}{answer}{/when}")
    String answered(String answer);

    @Message("Approve or decline")
    String answer();

    @Message(
            "{#when why}{#is 'ASKED'}You asked for this refund: another person has to approve it.{#is 'APPROVED'}You have approved it. Another person has to approve it too.{#is 'PAYER'}This refund goes back to you: another person has to approve it.{#else}You have no permission to approve refunds (refund:approve): another person has to.{/when}")
    String refusal(String why);

    @Message(
            "Send this address to a colleague with the permission refund:approve at this location. They open it, sign in, and approve or decline.")
    String sendLink();

    @Message("Copy the address")
    String copyLink();

    @Message("Take back")
    String takeBack();

    @Message("Your answer")
    String yourAnswer();

    @Message("Approve it")
    String approve();

    @Message("Decline it: nothing is refunded")
    String decline();

    @Message("Choose one of the two.")
    String chooseOne();

    @Message("Needed to decline. For colleagues; no personal data. At most 500 characters.")
    String noteHint();

    @Message("Say why you decline it.")
    String noteMissing();

    @Message(
            "It is sent to KakaoPay at once, which refunds it by the method that it was paid with. This cannot be undone.")
    String isSent();

    @Message("Another person has to approve it too before it is sent to KakaoPay. Your approval cannot be undone.")
    String oneMore();

    @Message(
            "Nothing is refunded, and the amount can be refunded again. This request ends and cannot be taken up again.")
    String nothingRefunded();

    @Message("Approve {amount}")
    String approveAmount(String amount);

    @Message("Decline {amount}")
    String declineAmount(String amount);

    @Message("Later")
    String later();

    @Message("Press the button again: it counts only once.")
    String pressOnceMore();

    @Message("This refund no longer waits for approval")
    String over();

    @Message("Take the request back")
    String takeBackNow();

    @Message("Let it wait")
    String keepWaiting();

    @Message("Only the person who asked for this refund can take it back.")
    String notYours();

    @Message(
            "With this refund more than {limit} of this payment would go back, which is the location's limit: another person has to approve it. Until then its amount is reserved, and you can take it back. Once approved, KakaoPay refunds it by the method that it was paid with.")
    String aboveLimit(String limit);

    @Message("Request a refund of {amount}")
    String requestAmount(String amount);

    @Message("Refunds that wait for approval: {count}")
    String refundsAwaiting(String count);
}
