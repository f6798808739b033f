package com.coworkpay.kakaopay.simulator.engine;

import com.coworkpay.kakaopay.simulator.CardCompany;
import com.coworkpay.kakaopay.simulator.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One TID as it stands: what its journal entries add up to.
///
/// @param clockAhead how far a test moved this TID's clock; it decides expiry and cancel window, never the
///                   timestamps that are shown
public record Transaction(
        MerchantLimits terms,
        Status status,
        @Nullable Method method,
        @Nullable CardCompany card,
        @Nullable String pgToken,
        int wrongPasswords,
        Duration clockAhead,
        @Nullable Approval approval,
        List<Cancellation> cancellations,
        Amounts canceled) {

    /// KakaoPay's life of a TID from ready; approve must be done within it, too.
    public static final Duration LIFE = Duration.ofMinutes(15);

    /// Wrong passwords after which the page gives up (our choice).
    public static final int MAX_WRONG_PASSWORDS = 5;

    public static Transaction of(MerchantLimits terms) {
        return new Transaction(terms, Status.READY, null, null, null, 0, Duration.ZERO, null, List.of(), Amounts.ZERO);
    }

    public String tid() {
        return terms.tid();
    }

    /// Dead by the clock: only a TID without an approval can expire.
    public boolean isExpired(Instant now) {
        return !status.isPaid()
                && !now.plus(clockAhead).isBefore(terms.createdAt().plus(LIFE));
    }

    public boolean isLockedByPassword() {
        return status == Status.FAIL_AUTH_PASSWORD && wrongPasswords >= MAX_WRONG_PASSWORDS;
    }

    /// What can still be cancelled; nothing before the approval.
    public Amounts available() {
        return approval == null ? Amounts.ZERO : terms.amounts().minus(canceled);
    }

    public @Nullable Instant canceledAt() {
        return cancellations.isEmpty() ? null : cancellations.getLast().at();
    }

    /// Pure: the transaction after one more entry of the journal.
    public Transaction after(Entry entry) {
        return switch (entry.change()) {
            case Change.MerchantKept ignored -> this;
            case Change.Readied ignored -> this;
            case Change.Opened ignored -> with(Status.OPEN_PAYMENT);
            case Change.MethodChosen c ->
                new Transaction(
                        terms,
                        Status.SELECT_METHOD,
                        c.method(),
                        c.card(),
                        pgToken,
                        wrongPasswords,
                        clockAhead,
                        approval,
                        cancellations,
                        canceled);
            case Change.PasswordFailed ignored ->
                new Transaction(
                        terms,
                        Status.FAIL_AUTH_PASSWORD,
                        method,
                        card,
                        pgToken,
                        wrongPasswords + 1,
                        clockAhead,
                        approval,
                        cancellations,
                        canceled);
            case Change.Authenticated c ->
                new Transaction(
                        terms,
                        Status.AUTH_PASSWORD,
                        method,
                        card,
                        c.pgToken(),
                        wrongPasswords,
                        clockAhead,
                        approval,
                        cancellations,
                        canceled);
            case Change.Quit ignored -> with(Status.QUIT_PAYMENT);
            case Change.Approved c -> approved(new Approval(c.aid(), c.payload(), entry.at()));
            case Change.ApprovalFailed ignored -> with(Status.FAIL_PAYMENT);
            case Change.Canceled c -> canceled(new Cancellation(c.aid(), c.amounts(), c.payload(), entry.at()));
            case Change.ClockShifted c ->
                new Transaction(
                        terms,
                        status,
                        method,
                        card,
                        pgToken,
                        wrongPasswords,
                        clockAhead.plusSeconds(c.seconds()),
                        approval,
                        cancellations,
                        canceled);
        };
    }

    private Transaction with(Status next) {
        return new Transaction(
                terms, next, method, card, pgToken, wrongPasswords, clockAhead, approval, cancellations, canceled);
    }

    private Transaction approved(Approval done) {
        return new Transaction(
                terms,
                Status.SUCCESS_PAYMENT,
                method,
                card,
                pgToken,
                wrongPasswords,
                clockAhead,
                done,
                cancellations,
                canceled);
    }

    private Transaction canceled(Cancellation done) {
        List<Cancellation> all = new ArrayList<>(cancellations);
        all.add(done);
        Amounts sum = canceled.plus(done.amounts());
        boolean whole = sum.totalKrw() == terms.amounts().totalKrw();
        return new Transaction(
                terms,
                whole ? Status.CANCEL_PAYMENT : Status.PART_CANCEL_PAYMENT,
                method,
                card,
                pgToken,
                wrongPasswords,
                clockAhead,
                approval,
                List.copyOf(all),
                sum);
    }
}
