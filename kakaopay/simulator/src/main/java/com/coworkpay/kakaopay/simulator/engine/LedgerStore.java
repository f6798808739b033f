package com.coworkpay.kakaopay.simulator.engine;

import com.coworkpay.kakaopay.simulator.Effect;
import com.coworkpay.kakaopay.simulator.EffectKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Everything the journal says, indexed the ways it is asked for. Not thread-safe: the engine guards it.
final class LedgerStore {
    private final List<Effect> effects = new ArrayList<>();
    private final List<String> tids = new ArrayList<>();
    private final Map<String, Transaction> byTid = new HashMap<>();
    private final Map<String, String> tidByPage = new HashMap<>();
    private final Map<String, String> tidByAid = new HashMap<>();
    private final Map<String, LedgerReport> moneyByCid = new HashMap<>();
    private LedgerReport money = new LedgerReport();
    private final Map<String, List<String>> tidsByOrder = new HashMap<>();
    private final Map<String, List<Effect>> effectsByOrder = new HashMap<>();

    void add(Entry entry) {
        switch (entry.change()) {
            case Change.MerchantKept ignored -> {}
            case Change.Readied readied -> start(readied.terms());
            case Change.OfTid change ->
                byTid.put(change.tid(), get(change.tid()).after(entry));
        }
        Effect effect = effect(entry);
        effects.add(effect);
        if (effect.orderId() != null) {
            effectsByOrder
                    .computeIfAbsent(effect.orderId(), o -> new ArrayList<>(4))
                    .add(effect);
        }
        if (effect.kind().movesMoney()) {
            addMoney(effect);
        }
    }

    private void addMoney(Effect effect) {
        money.add(effect);
        moneyByCid
                .computeIfAbsent(Objects.requireNonNull(effect.cid()), c -> new LedgerReport())
                .add(effect);
        tidByAid.put(Objects.requireNonNull(effect.aid()), Objects.requireNonNull(effect.tid()));
    }

    private void start(MerchantLimits terms) {
        byTid.put(terms.tid(), Transaction.of(terms));
        tids.add(terms.tid());
        tidByPage.put(terms.pageKey(), terms.tid());
        tidsByOrder.computeIfAbsent(terms.orderId(), o -> new ArrayList<>(1)).add(terms.tid());
    }

    private Effect effect(Entry entry) {
        return switch (entry.change()) {
            case Change.MerchantKept c ->
                new Effect(
                        entry.sequence(),
                        EffectKind.MERCHANT,
                        null,
                        null,
                        c.merchant().cid(),
                        0,
                        entry.at(),
                        null,
                        null);
            case Change.Readied c ->
                effect(entry, EffectKind.READY, c.terms(), c.terms().amounts().totalKrw(), null, null);
            case Change.Opened c -> effect(entry, EffectKind.OPEN, c);
            case Change.MethodChosen c -> effect(entry, EffectKind.CHOOSE, c);
            case Change.PasswordFailed c -> effect(entry, EffectKind.WRONG_PASSWORD, c);
            case Change.Authenticated c -> effect(entry, EffectKind.AUTHENTICATE, c);
            case Change.Quit c -> effect(entry, EffectKind.QUIT, c);
            case Change.ApprovalFailed c -> effect(entry, EffectKind.APPROVE_FAILED, c);
            case Change.ClockShifted c -> effect(entry, EffectKind.SHIFT_CLOCK, c);
            case Change.Approved c -> {
                MerchantLimits terms = get(c.tid()).terms();
                yield effect(entry, EffectKind.APPROVE, terms, terms.amounts().totalKrw(), c.aid(), c.payload());
            }
            case Change.Canceled c ->
                effect(
                        entry,
                        EffectKind.CANCEL,
                        get(c.tid()).terms(),
                        c.amounts().totalKrw(),
                        c.aid(),
                        c.payload());
        };
    }

    private Effect effect(Entry entry, EffectKind kind, Change.OfTid change) {
        return effect(entry, kind, get(change.tid()).terms(), 0, null, null);
    }

    private static Effect effect(
            Entry entry,
            EffectKind kind,
            MerchantLimits terms,
            long amountKrw,
            @Nullable String aid,
            @Nullable String payload) {
        return new Effect(
                entry.sequence(), kind, terms.tid(), terms.orderId(), terms.cid(), amountKrw, entry.at(), aid, payload);
    }

    long lastSequence() {
        return effects.isEmpty() ? 0 : effects.getLast().sequence();
    }

    Transaction get(String tid) {
        return Objects.requireNonNull(byTid.get(tid), tid);
    }

    @Nullable
    Transaction find(String tid) {
        return byTid.get(tid);
    }

    /// A TID is known only to the CID it was made for.
    @Nullable
    Transaction find(String tid, String cid) {
        Transaction transaction = byTid.get(tid);
        return transaction == null || !transaction.terms().cid().equals(cid) ? null : transaction;
    }

    @Nullable
    Transaction page(String pageKey) {
        String tid = tidByPage.get(pageKey);
        return tid == null ? null : byTid.get(tid);
    }

    /// Money of one CID or (null) of all, newest first.
    LedgerReportPage money(@Nullable String cid, int skip, int limit) {
        LedgerReport list = cid == null ? money : moneyByCid.getOrDefault(cid, new LedgerReport());
        return new LedgerReportPage(
                list.newest(skip, limit).stream().map(this::row).toList(), list.totals());
    }

    /// Everything about an order id, a TID or an AID, newest first; a payment without money shows its ready.
    LedgerReportPage search(String text) {
        LedgerReport found = new LedgerReport();
        List<LedgerReportRow> rows = new ArrayList<>();
        for (String tid : tidsOf(text)) {
            String orderId = get(tid).terms().orderId();
            List<Effect> own = effectsOfOrder(orderId).stream()
                    .filter(e -> tid.equals(e.tid()))
                    .toList();
            List<Effect> moved = own.stream().filter(e -> e.kind().movesMoney()).toList();
            moved.forEach(found::add);
            rows.addAll((moved.isEmpty() ? own.subList(0, 1) : moved)
                    .stream().map(this::row).toList());
        }
        rows.sort(Comparator.comparingLong((LedgerReportRow r) -> r.effect().sequence())
                .reversed());
        return new LedgerReportPage(rows, found.totals());
    }

    private List<String> tidsOf(String text) {
        if (tidsByOrder.containsKey(text)) {
            return tidsByOrder.getOrDefault(text, List.of());
        }
        String tid = tidByAid.getOrDefault(text, text);
        return byTid.containsKey(tid) ? List.of(tid) : List.of();
    }

    private LedgerReportRow row(Effect effect) {
        return new LedgerReportRow(effect, get(Objects.requireNonNull(effect.tid())));
    }

    /// What was begun last, newest first.
    List<Transaction> newest(int limit) {
        return tids.reversed().stream().limit(limit).map(this::get).toList();
    }

    /// Sequences have no gaps, so the index follows from the number.
    List<Effect> effectsAfter(long sequence, int limit) {
        int from = (int) Math.clamp(sequence, 0, effects.size());
        return List.copyOf(effects.subList(from, Math.min(effects.size(), from + limit)));
    }

    List<Effect> effectsOfOrder(String orderId) {
        return List.copyOf(effectsByOrder.getOrDefault(orderId, List.of()));
    }

    void clear() {
        effects.clear();
        byTid.clear();
        tids.clear();
        tidByPage.clear();
        tidByAid.clear();
        moneyByCid.clear();
        money = new LedgerReport();
        tidsByOrder.clear();
        effectsByOrder.clear();
    }
}
