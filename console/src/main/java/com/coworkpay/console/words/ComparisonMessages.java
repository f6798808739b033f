package com.coworkpay.console.words;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The texts of comparisons with KakaoPay, in English; `messages/compare_ko.properties` has the Korean ones.
@MessageBundle("compare")
public interface ComparisonMessages {
    @Message("Compare with KakaoPay")
    String compareNow();

    @Message(
            "Payments are compared with KakaoPay by themselves, young ones most often: a cancel in KakaoPay's dashboard is found and recorded. Here you compare the payments of a period now. No money moves.")
    String compareWhy();

    @Message("Compare a period")
    String comparePeriod();

    @Message("At most 31 days, by the days on which payments were approved.")
    String periodHint();

    @Message("Start the comparison")
    String startComparison();

    @Message("No period was compared yet.")
    String noComparisonYet();

    @Message("Period")
    String period();

    @Message("Compared")
    String compared();

    @Message("{compared} of {payments}")
    String progress(String compared, String payments);

    @Message("{#when status}{#is 'RUNNING'}… Running{#is 'DONE'}✓ Done{#is 'STOPPED'}✕ Stopped{#else}{status}{/when}")
    String comparisonStatus(String status);

    @Message(
            "{#when outcome}{#is 'MATCHING'}✓ Matches KakaoPay{#is 'RECORDED'}↩ Found at KakaoPay and recorded{#is 'UNEXPLAINED'}! Differs from KakaoPay{#is 'REFUND_UNDER_WAY'}… A refund is under way{#is 'NO_ANSWER'}? No answer from KakaoPay{#else}Compared{/when}")
    String outcome(String outcome);

    @Message(
            "{#when outcome}{#is 'MATCHING'}KakaoPay has the amount that is expected.{#is 'RECORDED'}A cancel at KakaoPay was missing here. It is among the refunds now.{#is 'UNEXPLAINED'}KakaoPay does not say why, so nothing was recorded. Compare with KakaoPay's dashboard; this payment is compared again by itself.{#is 'REFUND_UNDER_WAY'}Its own inquiries go on until its result is known.{#is 'NO_ANSWER'}Nothing was found out. Try again later.{#else}See the refunds below.{/when}")
    String outcomeMeans(String outcome);

    @Message("Found and recorded")
    String foundAmount();

    @Message("Unexplained")
    String unexplainedAmount();

    @Message("Result")
    String result();

    @Message("Payments that did not match")
    String differentPayments();

    @Message("So far every payment matches KakaoPay.")
    String allMatchSoFar();

    @Message("Every compared payment matches KakaoPay.")
    String allMatch();

    @Message("Differ from KakaoPay now")
    String unexplainedNow();

    @Message(
            "KakaoPay has another amount than expected and does not say why. Look at the payment in KakaoPay's dashboard. Each is compared again by itself until it is explained.")
    String unexplainedWhat();

    @Message("Stop the comparison")
    String stopComparison();

    @Message("What was found stays recorded.")
    String stopWhat();

    @Message(
            "It goes on by itself, also when you leave this page. Where the day's inquiries are used up, it goes on after midnight in Korea.")
    String goesOn();

    @Message("Stopped by")
    String stoppedBy();

    @Message("Ended")
    String endedAt();

    @Message("All comparisons")
    String allComparisons();
}
