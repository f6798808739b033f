package com.coworkpay.kakaopay.simulator.fault;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.RandomFault;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// The faults waiting to be played: ordered ones first (newest first), then the lot.
public final class Faults {
    /// More than this many waiting faults are a mistake of the test.
    private static final int MAX_FAULTS = 10_000;

    /// @param id 0 for a fault drawn by lot
    public record Taken(long id, Fault fault) {}

    /// @param left calls on which it is still to be played
    public record Left(long id, Fault fault, int left) {}

    private static final class Waiting {
        private final long id;
        private final Fault fault;
        private int left;

        private Waiting(long id, Fault fault) {
            this.id = id;
            this.fault = fault;
            this.left = fault.times();
        }
    }

    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<Endpoint, SplittableRandom> lots = new EnumMap<>(Endpoint.class);
    private List<RandomFault> rules = List.of();
    private long lastId;

    public synchronized long add(Fault fault) {
        if (waiting.size() >= MAX_FAULTS) {
            throw new IllegalArgumentException("too many faults are waiting");
        }
        waiting.add(new Waiting(++lastId, fault));
        return lastId;
    }

    /// From now on every call of an endpoint draws from that endpoint's own stream of the seed.
    public synchronized void random(long seed, List<RandomFault> rules) {
        for (Endpoint endpoint : Endpoint.values()) {
            int permille = rulesOf(rules, endpoint).stream()
                    .mapToInt(RandomFault::permille)
                    .sum();
            if (permille > 1000) {
                throw new IllegalArgumentException(endpoint + " has " + permille + " permille of faults");
            }
            lots.put(endpoint, new SplittableRandom(seed * 31 + endpoint.ordinal()));
        }
        this.rules = List.copyOf(rules);
    }

    public synchronized @Nullable Taken take(Endpoint endpoint, @Nullable String tid, @Nullable String orderId) {
        for (Waiting candidate : waiting.reversed()) {
            if (fits(candidate.fault, endpoint, tid, orderId)) {
                candidate.left--;
                if (candidate.left == 0) {
                    waiting.remove(candidate);
                }
                return new Taken(candidate.id, candidate.fault);
            }
        }
        return draw(endpoint);
    }

    private static boolean fits(Fault fault, Endpoint endpoint, @Nullable String tid, @Nullable String orderId) {
        return fault.endpoint() == endpoint
                && (fault.tid() == null || Objects.equals(fault.tid(), tid))
                && (fault.orderId() == null || Objects.equals(fault.orderId(), orderId));
    }

    private @Nullable Taken draw(Endpoint endpoint) {
        SplittableRandom lot = lots.get(endpoint);
        if (lot == null) {
            return null;
        }
        int ticket = lot.nextInt(1000);
        for (RandomFault rule : rulesOf(rules, endpoint)) {
            ticket -= rule.permille();
            if (ticket < 0) {
                return new Taken(0, rule.onCall(endpoint));
            }
        }
        return null;
    }

    private static List<RandomFault> rulesOf(List<RandomFault> rules, Endpoint endpoint) {
        return rules.stream()
                .filter(r -> r.endpoint() == null || r.endpoint() == endpoint)
                .toList();
    }

    /// What waits, newest first.
    public synchronized List<Left> waiting() {
        return waiting.reversed().stream()
                .map(one -> new Left(one.id, one.fault, one.left))
                .toList();
    }

    public synchronized List<RandomFault> rules() {
        return rules;
    }

    public synchronized void clear() {
        waiting.clear();
        lots.clear();
        rules = List.of();
    }
}
