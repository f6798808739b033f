package com.coworkpay.console.words;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The texts of refunds that people end by hand and that another person approves, in English;
/// `messages/resolution_ko.properties` has the Korean ones. A bundle of its own, as one of Quarkus 3.34 holds at most
/// 300
/// texts.
@MessageBundle("resolution")
public interface ResolutionMessages {
    @Message("Record as given back another way")
    String recordElsewhere();

    @Message(
            "For money that went back to the payer without KakaoPay, for instance by bank transfer. Recording it moves no money. What can still be refunded of this payment falls by this amount. This cannot be undone.")
    String elsewhereMeans();

    @Message("Above the location's limit another person has to approve it before it is recorded.")
    String mayNeedApproval();

    @Message("Record {amount} as given back")
    String recordAmount(String amount);

    @Message("This refund is not one that failed, or was recorded already. What is unclear stands under manual review.")
    String notRecordable();

    @Message("A resolution waits for approval")
    String proposalWaits();

    @Message("Resolutions that wait for approval: {count}")
    String proposalsWaiting(String count);

    @Message("Resolutions that wait for approval")
    String waitingProposals();

    @Message("To be recorded as")
    String proposedAs();

    @Message("Proposed by")
    String proposedBy();

    @Message("Approve or decline the resolution")
    String answerProposal();

    @Message(
            "{#when why}{#is 'ASKED'}You proposed this resolution: another person has to approve it.{#else}You have no permission to approve resolutions (refund:approve): another person has to.{/when}")
    String proposalRefusal(String why);

    @Message("Decline it: nothing is recorded")
    String declineProposal();

    @Message(
            "KakaoPay is asked once more. If it does not say otherwise, the resolution is recorded at once. No money moves. This cannot be undone.")
    String isRecorded();

    @Message("Nothing is recorded. The refund stays as it is, and can be resolved again.")
    String nothingRecorded();

    @Message("Approve the resolution of {amount}")
    String approveProposal(String amount);

    @Message("Decline the resolution of {amount}")
    String declineProposalOf(String amount);

    @Message("No resolution of this refund waits for approval any more")
    String proposalOver();

    @Message("The payment's page shows what became of it.")
    String proposalOverText();

    @Message("Take the resolution back")
    String takeProposalBack();

    @Message("Only the person who proposed this resolution can take it back.")
    String notYourProposal();
}
