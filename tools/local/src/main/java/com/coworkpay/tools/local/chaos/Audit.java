package com.coworkpay.tools.local.chaos;

import com.coworkpay.kakaopay.simulator.SimulatorControl;
import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.TokenClient;
import com.coworkpay.tools.local.load.Analyst;
import com.coworkpay.tools.local.load.Bearer;
import com.coworkpay.tools.local.load.Events;
import com.coworkpay.tools.local.load.ProjectionOperator;
import com.coworkpay.tools.local.stack.LocalStack;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// Compares everybody's books with KakaoPay's: payments, ledgers, reports and events, and the report with its rebuild.
record Audit(
        LocalStack stack,
        Http http,
        TokenClient callers,
        SimulatorControl kakaopay,
        List<String> locations,
        ExpectedOutcomes expected) {

    private static final Duration REPORT_LIMIT = Duration.ofMinutes(2);

    /// Once, when everything has settled.
    Discrepancies findings() throws IOException, SQLException {
        var analyst = new Analyst(
                http,
                stack.addresses().frontDoor(),
                new Bearer(() -> callers.person("hyun", "location:" + String.join(" location:", locations))));
        var operator = new ProjectionOperator(
                http, stack.addresses().reporting(), new Bearer(() -> callers.machine("operator")));
        var books = LedgerSnapshot.read(stack, kakaopay.ledger()).ofMembers();
        var rows = reportOf(books, analyst);
        var audit = new Reconciliation(books, expected);
        audit.conservation();
        audit.report(rows);
        audit.atMostOnce();
        var staff = new StaffReconciliation(books, expected, audit.findings());
        staff.outside();
        staff.approvals();
        audit.durable(keptCancellations());
        audit.policy();
        audit.noLimbo();
        audit.nobodyIsNeeded();
        audit.events(new Events(stack.bootstrapServers()));
        String digest = digest(operator);
        rebuild(operator);
        audit.rebuilt(digest, digest(operator));
        return audit.findings();
    }

    private Set<String> keptCancellations() throws SQLException {
        return Set.copyOf(LedgerSnapshot.rows(
                stack, "refund", "select distinct cancellation_id from cancellation", row -> row.getString(1)));
    }

    /// The report by payment id, once it has every refund.
    private Map<String, JsonObject> reportOf(LedgerSnapshot books, Analyst analyst) throws IOException {
        long refundedKrw = books.payments().values().stream()
                .filter(LedgerSnapshot.Payment::isOurs)
                .mapToLong(payment -> books.ledger(payment.id()).refundedKrw())
                .sum();
        var deadline = Instant.now().plus(REPORT_LIMIT);
        var rows = new HashMap<String, JsonObject>();
        while (true) {
            rows.clear();
            for (String location : locations) {
                analyst.each(location, row -> rows.put(row.getString("id"), row));
            }
            long reported = rows.values().stream()
                    .mapToLong(row -> row.getLong("refundedKrw"))
                    .sum();
            if (reported == refundedKrw || Instant.now().isAfter(deadline)) {
                return rows;
            }
        }
    }

    private static String digest(ProjectionOperator operator) throws IOException {
        return operator.digest().json().getString("sha256");
    }

    private static void rebuild(ProjectionOperator operator) throws IOException {
        String id = operator.rebuild().json().getString("id");
        var deadline = Instant.now().plus(REPORT_LIMIT);
        while (operator.find(id).json().getString("state").equals("RUNNING")) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("rebuild " + id + " does not end");
            }
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        }
    }
}
