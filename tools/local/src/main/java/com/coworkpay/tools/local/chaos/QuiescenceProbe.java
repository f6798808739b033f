package com.coworkpay.tools.local.chaos;

import com.coworkpay.kakaopay.simulator.SimulatorControl;
import com.coworkpay.tools.local.stack.LocalStack;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Waits until nothing is under way any more: no payment being approved, no refund on its way, no event unsent.
final class QuiescenceProbe {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final LocalStack stack;
    private final Consumer<String> say;

    QuiescenceProbe(LocalStack stack, Consumer<String> say) {
        this.stack = stack;
        this.say = say;
    }

    /// What is still open now. A payment that waits for its payer is not: it ends by the clock.
    ///
    /// @param unsent events in outboxes
    /// @param unheard events that a consumer group has not read yet
    record Open(long payments, long refunds, long unsent, long unheard) {
        boolean isNothing() {
            return payments + refunds + unsent + unheard == 0;
        }
    }

    /// @return what was still open at the end of the limit
    Open await(Duration limit) throws SQLException {
        var deadline = Instant.now().plus(limit);
        var open = open();
        int turns = 0;
        while (!open.isNothing() && Instant.now().isBefore(deadline)) {
            if (turns++ % 5 == 0) {
                say.accept("  still open: %d payments, %d refunds, %d events unsent, %d unheard"
                        .formatted(open.payments(), open.refunds(), open.unsent(), open.unheard()));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            open = open();
        }
        return open;
    }

    private Open open() throws SQLException {
        return new Open(
                payments(),
                count("refund", "refund where status not in ('SUCCEEDED', 'FAILED')"),
                unsent(),
                new ConsumerLag(stack.bootstrapServers()).events());
    }

    private long payments() throws SQLException {
        var books = LedgerSnapshot.read(
                stack, new SimulatorControl(stack.addresses().simulator()).ledger());
        return books.payments().values().stream()
                .filter(LedgerSnapshot.Payment::isUnderWay)
                .count();
    }

    private long unsent() throws SQLException {
        long unsent = 0;
        for (String database : new String[] {"integration", "payment", "refund"}) {
            unsent += count(database, "outbox where published_at is null");
        }
        return unsent;
    }

    private long count(String database, String what) throws SQLException {
        return LedgerSnapshot.rows(stack, database, "select count(*) from " + what, row -> row.getLong(1))
                .getFirst();
    }
}
