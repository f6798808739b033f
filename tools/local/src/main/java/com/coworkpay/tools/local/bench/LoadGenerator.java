package com.coworkpay.tools.local.bench;

import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.TokenClient;
import com.coworkpay.tools.local.demo.BookingSystem;
import com.coworkpay.tools.local.load.Bearer;
import com.coworkpay.tools.local.load.ConsoleVisitor;
import com.coworkpay.tools.local.load.Merchants;
import com.coworkpay.tools.local.load.Portal;
import com.coworkpay.tools.local.stack.LocalStack;
import com.coworkpay.tools.local.stack.Services;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A little of everything, so many requests for each program: whole lives of payments, two requests each, what is read
/// of them, and the console's pages.
public final class LoadGenerator implements AutoCloseable {
    private static final int AT_ONCE = 8;

    /// One of those whose administrator is minji, who goes through the console's pages of it.
    private static final String LOCATION = "gangnam";
    private static final String ADMINISTRATOR = "minji";

    private final LocalStack stack;
    private final Http http = new Http();
    private final Bearer reader;
    private final Portal portal;
    private final BookingSystem bookingSystem;
    private final RefundNotices notices;
    private final PaymentLifecycles lives;

    /// Registers its location and connects it.
    public LoadGenerator(LocalStack stack) throws IOException {
        this.stack = stack;
        var callers = new TokenClient(http, stack.addresses().issuer(), stack.secrets());
        reader = new Bearer(() -> callers.person(ADMINISTRATOR, ""));
        new Merchants(http, callers, stack.addresses().frontDoor()).connectOneOfEachApi(List.of(LOCATION));
        bookingSystem = new BookingSystem(stack.bootstrapServers());
        notices = new RefundNotices(stack.bootstrapServers());
        portal = new Portal(
                http,
                stack.address(Services.PAYMENT),
                stack.addresses().frontDoor(),
                new Bearer(() -> callers.machine("portal")));
        lives = new PaymentLifecycles(portal, bookingSystem, notices, LOCATION, AT_ONCE);
    }

    /// @param requests at least so many for each program
    public void run(int requests) throws IOException {
        lives.live((requests + 1) / 2);
        for (int request = 0; request < requests; request++) {
            get(Services.INTEGRATION, request % 2 == 0 ? "/payment-methods" : "/kakaopay");
            get(Services.REFUND, "/refunds/manual-review");
            get(Services.REPORTING, request % 2 == 0 ? "/transactions?limit=50" : "/transactions/totals");
        }
        if (stack.programs().contains(Services.CONSOLE)) {
            String booking = "page-" + UUID.randomUUID();
            var checkout = portal.checkout(
                    new Portal.Booking(LOCATION, booking, PaymentLifecycles.FAR_START, PaymentLifecycles.TOTAL_KRW, 0),
                    booking);
            ConsoleVisitor.signedIn(stack.address(Services.CONSOLE), ADMINISTRATOR)
                    .browse(LOCATION, checkout.getPath(), requests);
        }
    }

    private void get(String service, String path) throws IOException {
        var uri = stack.address(service).resolve("/v1/locations/" + LOCATION + path);
        var answer = http.send("GET", uri, Map.of("Authorization", reader.header()), null);
        if (answer.status() != 200) {
            throw new IOException("GET " + uri + " answered " + answer.status() + " " + answer.body());
        }
    }

    @Override
    public void close() {
        notices.close();
        bookingSystem.close();
    }
}
