package com.coworkpay.kakaopay.simulator.engine;

import com.coworkpay.kakaopay.simulator.CardCompany;
import com.coworkpay.kakaopay.simulator.Effect;
import com.coworkpay.kakaopay.simulator.Merchant;
import com.coworkpay.kakaopay.simulator.Method;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// KakaoPay itself: decides every call and every step of the payer, one at a time.
///
/// Each change is appended to the journal in the same critical section that decided it, so the state is always
/// what the journal says. Whoever answers a caller waits for [#durable] first. Safe for concurrent use.
public final class Engine implements AutoCloseable {
    private final Clock clock;
    private final Journal journal;
    private final List<Merchant> firstMerchants;
    private final Merchants merchants = new Merchants();
    private final LedgerStore book = new LedgerStore();
    private final Set<String> busyTids = new HashSet<>();

    public Engine(Clock clock, Journal journal, List<Merchant> firstMerchants) throws IOException {
        this.clock = clock;
        this.journal = journal;
        this.firstMerchants = List.copyOf(firstMerchants);
        journal.replay(this::apply);
        keepFirstMerchants();
    }

    private void keepFirstMerchants() {
        for (Merchant merchant : firstMerchants) {
            if (merchants.find(merchant.cid()) == null) {
                record(new Change.MerchantKept(merchant));
            }
        }
    }

    /// Completes when every change so far survives a crash.
    public CompletableFuture<Void> durable() {
        return journal.durable();
    }

    // ---- calls of the API

    public synchronized boolean knowsKey(Merchant.KeyKind kind, String key) {
        return merchants.knowsKey(kind, key);
    }

    /// Marks a TID as having a deal in progress; false if it already has one (KakaoPay's −785).
    public synchronized boolean occupy(String tid) {
        return busyTids.add(tid);
    }

    public synchronized void release(String tid) {
        busyTids.remove(tid);
    }

    public synchronized Decision decide(Caller caller, Requests request) {
        Refusal refusal = AdmissionRules.check(merchants, caller, now());
        if (refusal != null) {
            return refusal;
        }
        Merchant merchant = Objects.requireNonNull(merchants.find(caller.cid()));
        return switch (request) {
            case Requests.Ready ready -> ready(merchant, ready);
            case Requests.Approve approve -> approve(merchant, approve);
            case Requests.Cancel cancel -> cancel(merchant, cancel);
            case Requests.Order order -> order(merchant, order);
        };
    }

    /// Takes a cancel on without carrying it out; null, or why it is refused.
    public synchronized @Nullable Refusal takeOn(Caller caller, Requests.Cancel cancel) {
        Refusal refusal = AdmissionRules.check(merchants, caller, now());
        if (refusal != null) {
            return refusal;
        }
        Transaction transaction = book.find(cancel.tid(), caller.cid());
        return transaction == null ? Refusal.documented(-721, null) : CancelRules.check(transaction, cancel, now());
    }

    /// Carries out a cancel that was taken on, whatever was cancelled since. Nothing, when not that much is left.
    public synchronized void carryOut(Requests.Cancel cancel) {
        Transaction transaction = book.find(cancel.tid());
        if (transaction == null) {
            return;
        }
        Amounts available = transaction.available();
        long vatKrw = CancelRules.vatKrw(available, cancel);
        if (available.covers(cancel.amountKrw(), cancel.taxFreeKrw(), vatKrw)) {
            Amounts amounts = new Amounts(cancel.amountKrw(), cancel.taxFreeKrw(), vatKrw);
            record(new Change.Canceled(cancel.tid(), Ids.aid(), amounts, cancel.payload()));
        }
    }

    private Decision ready(Merchant merchant, Requests.Ready ready) {
        Refusal refusal = ReadyRules.check(merchant, ready);
        if (refusal != null) {
            return refusal;
        }
        MerchantLimits terms = ReadyRules.terms(merchant, ready, now());
        record(new Change.Readied(terms));
        return new Decision.Readied(book.get(terms.tid()));
    }

    private Decision approve(Merchant merchant, Requests.Approve approve) {
        Transaction transaction = book.find(approve.tid(), merchant.cid());
        if (transaction == null) {
            return Refusal.documented(-721, null);
        }
        Refusal refusal = ApproveRules.check(transaction, approve, now());
        if (refusal != null) {
            return refusal;
        }
        record(new Change.Approved(approve.tid(), Ids.aid(), approve.payload()));
        Transaction paid = book.get(approve.tid());
        return new Decision.Approved(paid, Objects.requireNonNull(paid.approval()));
    }

    private Decision cancel(Merchant merchant, Requests.Cancel cancel) {
        Transaction transaction = book.find(cancel.tid(), merchant.cid());
        if (transaction == null) {
            return Refusal.documented(-721, null);
        }
        Refusal refusal = CancelRules.check(transaction, cancel, now());
        if (refusal != null) {
            return refusal;
        }
        long vatKrw = CancelRules.vatKrw(transaction.available(), cancel);
        Amounts amounts = new Amounts(cancel.amountKrw(), cancel.taxFreeKrw(), vatKrw);
        record(new Change.Canceled(cancel.tid(), Ids.aid(), amounts, cancel.payload()));
        Transaction left = book.get(cancel.tid());
        return new Decision.Canceled(left, left.cancellations().getLast());
    }

    private Decision order(Merchant merchant, Requests.Order order) {
        Transaction transaction = book.find(order.tid(), merchant.cid());
        return transaction == null ? Refusal.documented(-721, null) : new Decision.Found(transaction);
    }

    /// The method refuses an approval for good: a payment that could have been approved is dead from now on.
    public synchronized void failApproval(String tid, int code, @Nullable String methodResultCode) {
        Transaction transaction = book.find(tid);
        if (transaction != null && transaction.status() == Status.AUTH_PASSWORD && !transaction.isExpired(now())) {
            record(new Change.ApprovalFailed(tid, code, methodResultCode));
        }
    }

    // ---- steps of the payer

    /// The page was opened; the transaction behind it, or null if there is none.
    public @Nullable Transaction open(String pageKey) {
        return step(pageKey);
    }

    /// The payer picks a method without confirming it yet.
    public @Nullable Transaction choose(String pageKey, Method method, @Nullable CardCompany card) {
        return step(pageKey, PayerRules.choose(method, card));
    }

    /// The payer picks a method and types the right password.
    public @Nullable Transaction confirm(String pageKey, Method method, @Nullable CardCompany card) {
        return step(pageKey, PayerRules.choose(method, card), PayerRules::authenticate);
    }

    public @Nullable Transaction wrongPassword(String pageKey) {
        return step(pageKey, PayerRules::wrongPassword);
    }

    public @Nullable Transaction quit(String pageKey) {
        return step(pageKey, PayerRules::quit);
    }

    /// Whoever makes a step has opened the page.
    private synchronized @Nullable Transaction step(String pageKey, PayerRules.Step... steps) {
        Transaction transaction = book.page(pageKey);
        if (transaction == null) {
            return null;
        }
        transaction = after(transaction, PayerRules::open);
        for (PayerRules.Step step : steps) {
            transaction = after(transaction, step);
        }
        return transaction;
    }

    private Transaction after(Transaction transaction, PayerRules.Step step) {
        Change change = step.of(transaction, now());
        if (change == null) {
            return transaction;
        }
        record(change);
        return book.get(transaction.tid());
    }

    public boolean isPayable(Transaction transaction) {
        return PayerRules.isPayable(transaction, now());
    }

    // ---- reading and control

    public synchronized @Nullable Transaction find(String tid) {
        return book.find(tid);
    }

    /// Approvals and cancels of one CID or (null) of all, newest first.
    public synchronized LedgerReportPage money(@Nullable String cid, int skip, int limit) {
        return book.money(cid, skip, limit);
    }

    /// Everything about an order id, a TID or an AID.
    public synchronized LedgerReportPage search(String text) {
        return book.search(text);
    }

    public synchronized List<Effect> effectsAfter(long sequence, int limit) {
        return book.effectsAfter(sequence, limit);
    }

    public synchronized List<Effect> effectsOfOrder(String orderId) {
        return book.effectsOfOrder(orderId);
    }

    public synchronized Collection<Merchant> merchants() {
        return merchants.all();
    }

    public synchronized void keep(Merchant merchant) {
        record(new Change.MerchantKept(merchant));
    }

    /// Kills a key wherever it is accepted; the number of CIDs it served.
    public synchronized int revokeKey(String key) {
        List<Merchant> changed = merchants.all().stream()
                .map(m -> m.withoutKey(key))
                .filter(m -> !m.equals(merchants.find(m.cid())))
                .toList();
        changed.forEach(m -> record(new Change.MerchantKept(m)));
        return changed.size();
    }

    /// What was begun last, newest first.
    public synchronized List<Transaction> newest(int limit) {
        return book.newest(limit);
    }

    public synchronized boolean shiftClock(String tid, Duration forward) {
        Transaction transaction = book.find(tid);
        if (transaction == null) {
            return false;
        }
        record(new Change.ClockShifted(tid, forward.toSeconds()));
        return true;
    }

    /// Forgets everything but the first merchants.
    public synchronized void reset() throws IOException {
        journal.clear();
        merchants.clear();
        book.clear();
        busyTids.clear();
        keepFirstMerchants();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }

    public Instant now() {
        return clock.instant();
    }

    private void record(Change change) {
        Entry entry = new Entry(book.lastSequence() + 1, now(), change);
        journal.append(entry);
        apply(entry);
    }

    private void apply(Entry entry) {
        if (entry.change() instanceof Change.MerchantKept kept) {
            merchants.keep(kept.merchant());
        }
        book.add(entry);
    }
}
