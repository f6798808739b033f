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
        Refusal refusal = admission(caller);
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
        Refusal refusal = admission(caller);
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

    /// Codes differ by generation: today's API has −403 and −429 where the legacy one has −3 and −10.
    private @Nullable Refusal admission(Caller caller) {
        Merchant merchant = merchants.find(caller.cid());
        if (merchant == null || !merchant.accepts(caller.kind(), caller.key())) {
            return Refusal.documented(merchants.knowsKey(caller.kind(), caller.key()) ? -731 : -401, null);
        }
        boolean legacy = caller.kind() == Merchant.KeyKind.ADMIN_KEY;
        if (!merchant.onlineEnabled()) {
            return Refusal.documented(legacy ? -3 : -403, null);
        }
        if (merchant.cidSecret() != null && !Objects.equals(merchant.cidSecret(), caller.cidSecret())) {
            return Refusal.documented(-733, null);
        }
        if (!merchants.count(merchant, now())) {
            return Refusal.documented(legacy ? -10 : -429, null);
        }
        return null;
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
    public synchronized @Nullable Transaction open(String pageKey) {
        Transaction transaction = book.page(pageKey);
        if (transaction != null && transaction.status() == Status.READY && !transaction.isExpired(now())) {
            return record(transaction, new Change.Opened(transaction.tid()));
        }
        return transaction;
    }

    /// The payer picks a method without confirming it yet.
    public synchronized @Nullable Transaction choose(String pageKey, Method method, @Nullable CardCompany card) {
        Transaction transaction = open(pageKey);
        if (transaction == null
                || !isPayable(transaction)
                || !transaction.terms().allows(method, card)) {
            return transaction;
        }
        return record(
                transaction, new Change.MethodChosen(transaction.tid(), method, method == Method.CARD ? card : null));
    }

    /// The payer picks a method and types the right password. The same pg_token as before, if there was one.
    public synchronized @Nullable Transaction confirm(String pageKey, Method method, @Nullable CardCompany card) {
        Transaction transaction = choose(pageKey, method, card);
        if (transaction == null || transaction.status() != Status.SELECT_METHOD || !isPayable(transaction)) {
            return transaction;
        }
        String token = transaction.pgToken() == null ? Ids.pgToken() : transaction.pgToken();
        return record(transaction, new Change.Authenticated(transaction.tid(), token));
    }

    public synchronized @Nullable Transaction wrongPassword(String pageKey) {
        Transaction transaction = open(pageKey);
        if (transaction == null || !isPayable(transaction)) {
            return transaction;
        }
        return record(transaction, new Change.PasswordFailed(transaction.tid()));
    }

    public synchronized @Nullable Transaction quit(String pageKey) {
        Transaction transaction = open(pageKey);
        if (transaction == null || !isPayable(transaction)) {
            return transaction;
        }
        return record(transaction, new Change.Quit(transaction.tid()));
    }

    /// The payer can still pay: alive, not paid, not refused, not locked out.
    public boolean isPayable(Transaction transaction) {
        return transaction.status().isOpenToPayer()
                && !transaction.isLockedByPassword()
                && !transaction.isExpired(now());
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

    private Transaction record(Transaction transaction, Change change) {
        record(change);
        return book.get(transaction.tid());
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
