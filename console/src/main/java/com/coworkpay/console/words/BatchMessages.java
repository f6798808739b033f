package com.coworkpay.console.words;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The texts of refund batches, in English; `messages/batch_ko.properties` has the Korean ones.
@MessageBundle("batch")
public interface BatchMessages {
    @Message("Refund batches")
    String batches();

    @Message(
            "An event is cancelled, or a day is closed: everybody gets back what is left. First it is counted; nothing is refunded before you have seen the sum and typed it.")
    String batchWhy();

    @Message("Count an event or a day")
    String newBatch();

    @Message("What was cancelled")
    String whatCanceled();

    @Message("An event")
    String anEvent();

    @Message("A day")
    String aDay();

    @Message("ID of the event")
    String eventIdLabel();

    @Message("As the booking system has it, for instance networking-day-2026-12-04.")
    String eventIdHint();

    @Message("Day")
    String dayLabel();

    @Message("What starts on that day at this location. Bookings that were moved count where they were moved to.")
    String dayHint();

    @Message("Only one resource")
    String onlyResource();

    @Message("The whole location")
    String wholeLocation();

    @Message("ID of the resource")
    String batchResourceId();

    @Message("With a kind of resource only.")
    String batchResourceHint();

    @Message("Count, refund nothing yet")
    String countNow();

    @Message("No event and no day was refunded yet.")
    String noBatchYet();

    @Message("All refund batches")
    String allBatches();

    @Message("Event {event}")
    String batchEvent(String event);

    @Message("Refunded")
    String batchRefunded();

    @Message("Sum at most")
    String batchSum();

    @Message("{count} payments")
    String paymentsCount(String count);

    @Message(
            "{#when status}{#is 'COUNTING'}… Being counted{#is 'DRY_RUN'}! To be confirmed{#is 'AWAITING_APPROVAL'}! Waiting for approval{#is 'RUNNING'}… Being refunded{#is 'PAUSED'}– Paused{#is 'DONE'}✓ Done{#is 'STOPPED'}✕ Stopped{#is 'DISMISSED'}✕ Dismissed{#is 'DECLINED'}✕ Declined{#is 'EXPIRED'}✕ Expired{#else}{status}{/when}")
    String batchStatus(String status);

    @Message(
            "{#when status}{#is 'COUNTING'}Nothing is refunded. You may leave this page: the count goes on by itself.{#is 'DRY_RUN'}Nothing was refunded yet. See the sum and who is left out, then confirm it or dismiss it.{#is 'AWAITING_APPROVAL'}It is above the limit of this location: another person has to approve it. Nothing was refunded yet.{#is 'RUNNING'}You may leave this page. It goes on by itself, also after a restart.{#is 'PAUSED'}No further refund is requested until somebody goes on. What was requested is finished.{#is 'DONE'}Each payment was refunded, has failed, waits in manual review or was left out.{#is 'STOPPED'}What was requested is finished, the rest was not refunded. You can count the same event or day again.{#is 'DISMISSED'}Nothing was refunded.{#is 'DECLINED'}Another person declined it. Nothing was refunded.{#is 'EXPIRED'}Nobody confirmed or approved it in time. Nothing was refunded. You can count it again.{#else}{/when}")
    String batchStatusMeans(String status);

    @Message(
            "{#when outcome}{#is 'PENDING'}· Not yet{#is 'REQUESTED'}… Under way{#is 'REFUNDED'}✓ Refunded{#is 'FAILED'}✕ Failed{#is 'IN_REVIEW'}! Manual review{#is 'LEFT_OUT'}– Left out{#is 'STOPPED'}– Not refunded{#else}{outcome}{/when}")
    String batchOutcome(String outcome);

    @Message(
            "{#when reason}{#is 'TYPE_NOT_REFUNDABLE'}An invoice or a credit package{#is 'ALREADY_REFUNDED'}A cancellation has refunded it{#is 'REFUND_IN_REVIEW'}A refund of it is in manual review{#is 'TOO_MANY_REFUNDS'}It has too many refunds{#is 'NOTHING_LEFT'}Nothing is left of it{#is 'MOVED'}It was moved to another day{#else}{reason}{/when}")
    String leftOutReason(String reason);

    @Message("Payments found")
    String candidates();

    @Message("To be refunded")
    String toBeRefunded();

    @Message("of them {count} wait for an earlier refund to end, and are refunded only if it fails")
    String waitForEarlier(String count);

    @Message("Left out")
    String batchLeftOut();

    @Message("Nobody has paid for this. There is nothing to refund.")
    String nobodyPaid();

    @Message("{count} payments became known after the count. Count the event or day again once this one is over.")
    String laterPayments(String count);

    @Message("The booking system has confirmed it.")
    String byBookingSystem();

    @Message("Confirmed by")
    String confirmedBy();

    @Message("Paused by")
    String pausedBy();

    @Message("Ended by")
    String endedBy();

    @Message("Over since")
    String overSince();

    @Message("Ends by itself")
    String endsByItself();

    @Message("About {minutes} min left at this pace")
    String minutesLeft(String minutes);

    @Message("Confirm and refund")
    String confirmBatch();

    @Message("Dismiss")
    String dismissBatch();

    @Message("Pause")
    String pauseBatch();

    @Message("Go on")
    String resumeBatch();

    @Message("Stop for good")
    String stopBatch();

    @Message("What was requested is finished; nothing more is refunded. This cannot be taken back.")
    String stopBatchWhat();

    @Message("Take back")
    String withdrawBatch();

    @Message("Approve or decline")
    String answerBatch();

    @Message(
            "You asked for it or confirmed it, so another person has to approve it. Send them the address of this page.")
    String batchIsYours();

    @Message("You have approved it. One more person has to.")
    String batchApprovedByYou();

    @Message("Whoever has the permission refund:approve can approve it.")
    String batchNeedsApprover();

    @Message("Payments of this batch")
    String batchPayments();

    @Message("No payment here.")
    String noBatchPayment();

    @Message("As a file (CSV)")
    String batchFile();

    @Message("Paid")
    String batchPaid();

    @Message("Given back before")
    String givenBackBefore();

    @Message("By this batch")
    String byThisBatch();

    @Message("Left now")
    String leftNow();

    @Message(
            "{count} people get back {won} in all, by the way they paid. Those who are left out get nothing back by this.")
    String confirmWhat(String count, String won);

    @Message("Type the sum to confirm: {won}")
    String typeTheSum(String won);

    @Message("This is not the sum. Type {won}.")
    String notTheSum(String won);

    @Message("Refund {won}")
    String refundAll(String won);

    @Message("There is nothing to confirm now. See the batch.")
    String nothingToConfirm();

    @Message("It does not wait for approval any more. See the batch.")
    String nothingToApprove();

    @Message("Approve: {won} are refunded")
    String approveBatch(String won);

    @Message("Decline: nothing is refunded")
    String declineBatch();

    @Message("Choose one.")
    String chooseAnswer();

    @Message("Say why, for colleagues.")
    String sayWhy();

    @Message("Answer")
    String giveAnswer();

    @Message("A host closed a day, or an event is cancelled?")
    String batchLinkWhy();
}
