package com.coworkpay.console.resolution;

import com.coworkpay.console.client.ProposedResolution;
import com.coworkpay.console.shell.Shell;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A resolution that waits for another person, as one person sees it.
///
/// @param refusal why this person may not answer; null if they may. refund-service decides
/// @param page the address below which it is answered
/// @param link whole address of the page on which somebody else approves it, to send to them
public record Proposal(
        ProposedResolution proposed, @Nullable Refusal refusal, boolean mayWithdraw, String page, String link) {

    /// Why somebody may not answer.
    public enum Refusal {
        ASKED,
        NOT_PERMITTED
    }

    public boolean isAnswerable() {
        return refusal == null;
    }

    public boolean isOf(String refund) {
        return proposed.refundId().equals(refund);
    }

    /// @param here any address of the console
    public static List<Proposal> of(ProposedResolution.@Nullable Page found, Shell shell, String subject, URI here) {
        return found == null
                ? List.of()
                : found.resolutions().stream()
                        .map(each -> of(each, shell, subject, here))
                        .toList();
    }

    private static Proposal of(ProposedResolution proposed, Shell shell, String subject, URI here) {
        boolean isOwn = proposed.proposedBy().equals(subject);
        String page =
                shell.path("transactions/" + proposed.paymentId() + "/refunds/" + proposed.refundId() + "/resolution");
        Refusal refusal = isOwn ? Refusal.ASKED : shell.may("refund:approve") ? null : Refusal.NOT_PERMITTED;
        return new Proposal(
                proposed,
                refusal,
                isOwn && shell.may("refund:resolve"),
                page,
                here.resolve(page + "/approval").toString());
    }
}
