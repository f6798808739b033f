package com.coworkpay.console.words;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The texts of who did what, in English; `messages/audit_ko.properties` has the Korean ones. A bundle of its own, as
/// one of Quarkus 3.34 holds at most 300 texts.
@MessageBundle("audit")
public interface AuditMessages {
    @Message("Who did what")
    String whoDidWhat();

    @Message("Nobody has done anything here.")
    String nobodyDidAnything();

    @Message("There is more on record.")
    String moreOnRecord();

    @Message("Files taken")
    String filesTaken();

    @Message("Nobody has taken a file.")
    String nobodyTookAFile();

    @Message(
            "{#when action}{#is 'PAYMENT_CANCELED'}Canceled the payment{#is 'PAYMENT_RESOLVED'}Resolved the payment{#is 'INQUIRY_REQUESTED'}Asked KakaoPay{#is 'CHECKOUT_CREATED'}Made a checkout{#is 'REFUND_REQUESTED'}Requested a refund{#is 'REFUND_APPROVED'}Approved a refund{#is 'REFUND_DECLINED'}Declined a refund{#is 'REFUND_WITHDRAWN'}Took a refund back{#is 'REFUND_RESOLVED'}Resolved a refund{#is 'RESOLUTION_PROPOSED'}Proposed how to resolve a refund{#is 'RESOLUTION_DECLINED'}Declined a proposed resolution{#is 'RESOLUTION_WITHDRAWN'}Took a proposed resolution back{#is 'BOOKING_CANCELED'}Canceled what was booked{#is 'BOOKING_MOVED'}Moved a booking{#is 'BOOKING_RESTORED'}Took cancellations back{#is 'CANCELLATION_RELEASED'}Released a cancellation{#is 'CANCELLATION_DISMISSED'}Dismissed a cancellation{#is 'SCHEDULE_CHANGED'}Set opening hours{#is 'SCHEDULE_REMOVED'}Removed opening hours{#is 'BATCH_REQUESTED'}Counted an event or a day for refunds{#is 'BATCH_CONFIRMED'}Confirmed a refund batch{#is 'BATCH_APPROVED'}Approved a refund batch{#is 'BATCH_DECLINED'}Declined a refund batch{#is 'BATCH_WITHDRAWN'}Took a refund batch back{#is 'BATCH_DISMISSED'}Dismissed a refund batch{#is 'BATCH_PAUSED'}Paused a refund batch{#is 'BATCH_RESUMED'}Resumed a refund batch{#is 'BATCH_STOPPED'}Stopped a refund batch{#is 'BATCH_EXPORTED'}Took a refund batch as a file{#is 'EXPORTED'}Took transactions as a file{#else}{action}{/when}")
    String act(String action);

    @Message(
            "{#when outcome}{#is 'RESOLUTION_TOO_EARLY'}Refused: too early{#is 'RESOLUTION_NOT_CONFIRMED'}Refused: KakaoPay does not confirm it{#is 'RESOLUTION_CONTRADICTED'}Refused: KakaoPay says otherwise{#is 'NOTHING_TO_RESOLVE'}Refused: there was nothing to resolve{#is 'NOTHING_LEFT'}Refused: nothing was left to refund{#else}Refused: {outcome}{/when}")
    String refusedAct(String outcome);

    @Message(
            "{#when what}{#is 'status'}Status{#is 'reason'}Reason{#is 'amountKrw'}Amount in won{#is 'totalKrw'}Total in won{#is 'resolution'}Resolved as{#is 'validFrom'}From this day on{#is 'hours'}Opening hours{#is 'payableType'}Type{#is 'payableId'}ID in the booking system{#is 'cancellationId'}Cancellation{#is 'proposedBy'}Proposed by{#is 'aid'}Cancel at KakaoPay (AID){#is 'from'}First day{#is 'to'}Last day{#is 'type'}Types{#is 'refundStatus'}Status of refunds{#is 'payerId'}Payer{#is 'minKrw'}At least, in won{#is 'maxKrw'}At most, in won{#is 'live'}Without test accounts{#is 'search'}Search{#else}{what}{/when}")
    String auditedValue(String what);

    @Message(
            "{#when outcome}{#is 'PAID'}paid{#is 'NOT_PAID'}not paid{#is 'REFUNDED'}refunded by KakaoPay{#is 'REFUNDED_ELSEWHERE'}refunded another way{#is 'GIVEN_UP'}given up{#else}{outcome}{/when}")
    String resolvedAs(String outcome);

    @Message(
            "{#when reason}{#is 'CANCELED_BY_LOCATION'}By the location{#is 'PAYER_ABORTED'}By the payer{#else}{reason}{/when}")
    String cancelReason(String reason);

    @Message("The payer, by the payment link")
    String byThePaymentLink();
}
