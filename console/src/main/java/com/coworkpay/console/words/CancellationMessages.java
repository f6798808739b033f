package com.coworkpay.console.words;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The texts of cancellations, in English; `messages/cancellations_ko.properties` has the Korean ones.
@MessageBundle("cancellations")
public interface CancellationMessages {
    @Message("Cancellations")
    String cancellations();

    @Message("Outcome")
    String decidedAs();

    @Message(
            "{#when outcome}{#is 'REFUND'}Refunded{#is 'DECLINED'}Declined{#is 'NO_PAYMENT'}No payment{#is 'WAITING'}Not decided yet{#is 'RESTORED'}Restored{#is 'SET_ASIDE'}Set aside{#is 'DISMISSED'}Dismissed{#else}{outcome}{/when}")
    String outcomeOf(String outcome);

    @Message(
            "{#when reason}{#is 'TOO_LATE'}After the deadline{#is 'NO_REFUND_POLICY'}The policy gives no refund{#is 'AUTOMATIC_REFUNDS_OFF'}Automatic refunds off{#is 'ADMINISTRATOR_CHOSE_NONE'}An administrator chose no refund{#is 'ORDER_IN_PROGRESS'}The order was in progress{#is 'START_UNKNOWN'}No start is known{#is 'NO_POLICY'}No policy that fits{#is 'ALREADY_REFUNDED'}Refunded before{#is 'NOTHING_LEFT'}Nothing is left{#is 'TOO_MANY_REFUNDS'}Too many refunds{#is 'TYPE_NOT_REFUNDABLE'}Not refunded by a cancellation{#is 'IN_TIME'}In time{#is 'ORDER_STILL_NEW'}The order was new{#is 'ADMINISTRATORS_CHOICE'}An administrator's choice{#is 'CANCELED_BEFORE_APPROVED'}Canceled before it was paid{#is 'OVERPAYMENT'}Overpayment{#is 'OTHER_CONTENTS'}Same ID, other contents{#is 'LATER_THAN_EVENT'}Time later than its event{#is 'EARLIER_THAN_EVENT'}Time far before its event{#is 'EARLIER_THAN_PAYMENT'}Time far before the payment{#else}{reason}{/when}")
    String reasonOf(String reason);

    @Message("Role of who canceled")
    String role();

    @Message(
            "{#when role}{#is 'NONMEMBER'}Nonmember{#is 'NETWORK_MEMBER'}Network member{#is 'LOCATION_MEMBER'}Member{#is 'ADMIN'}Administrator{#else}{role}{/when}")
    String roleOf(String role);

    @Message("Cancellation ID")
    String cancellationId();

    @Message("Canceled by")
    String canceledBy();

    @Message("Received")
    String receivedAt();

    @Message("What was canceled")
    String what();

    @Message("Why")
    String why();

    @Message("Transaction")
    String toTransaction();

    @Message("Nothing was canceled yet. What the booking system cancels stands here, with what it gave back and why.")
    String noCancellationYet();

    @Message("No cancellation fits these filters.")
    String noCancellationFound();

    @Message("By a cancellation")
    String byCancellation();

    @Message("By an administrator")
    String byAdministrator();
}
