package com.coworkpay.kakaopay.simulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// One simulator in memory with one merchant, and the plain steps of a payment.
abstract class SimulatorTestBase {
    static final String CID = "CW00000001";
    static final String KEY = "PRD0123456789ABCDEF0123456789ABCDEF01234";
    static final String ADMIN = "0123456789abcdef0123456789abcdef";
    static final String SITE = "http://localhost:8080";

    static Simulator simulator;
    static SimulatorControl control;
    KakaoCaller current;
    KakaoCaller legacy;

    static Merchant merchant() {
        return Merchant.of(CID).secretKey(KEY).adminKey(ADMIN).domain(SITE);
    }

    @BeforeAll
    static void start() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        simulator = Simulator.start(SimulatorSettings.inMemory());
        control = new SimulatorControl(simulator.baseUrl());
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void prepare() {
        control.merchant(merchant());
        current = KakaoCaller.current(simulator.baseUrl(), KEY);
        legacy = KakaoCaller.legacy(simulator.baseUrl(), ADMIN);
    }

    @AfterEach
    void reset() {
        control.reset();
    }

    static Map<String, Object> readyFields(String orderId, long totalKrw) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("cid", CID);
        fields.put("partner_order_id", orderId);
        fields.put("partner_user_id", "user-1");
        fields.put("item_name", "회의실 A 2시간");
        fields.put("quantity", 1);
        fields.put("total_amount", totalKrw);
        fields.put("tax_free_amount", 0);
        fields.put("approval_url", SITE + "/v1/return/p1/s/approved");
        fields.put("cancel_url", SITE + "/v1/return/p1/s/canceled");
        fields.put("fail_url", SITE + "/v1/return/p1/s/failed");
        return fields;
    }

    static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    static Map<String, Object> without(Map<String, Object> fields, String name) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.remove(name);
        return changed;
    }

    static String newOrder() {
        return UUID.randomUUID().toString();
    }

    /// A TID the payer has confirmed: one approve away from being paid.
    record Confirmed(String tid, String orderId, String pgToken, String redirectUrl) {
        Map<String, Object> approve() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("cid", CID);
            fields.put("tid", tid);
            fields.put("partner_order_id", orderId);
            fields.put("partner_user_id", "user-1");
            fields.put("pg_token", pgToken);
            return fields;
        }

        Map<String, Object> order() {
            return Map.of("cid", CID, "tid", tid);
        }

        Map<String, Object> cancel(long amountKrw) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("cid", CID);
            fields.put("tid", tid);
            fields.put("cancel_amount", amountKrw);
            fields.put("cancel_tax_free_amount", 0);
            return fields;
        }
    }

    Confirmed confirmed(long totalKrw) {
        return confirmed(readyFields(newOrder(), totalKrw), Method.MONEY);
    }

    Confirmed confirmed(Map<String, Object> ready, Method method) {
        KakaoCaller.Reply reply = current.call("ready", ready);
        String page = reply.text("next_redirect_mobile_url");
        String back = control.pay(page, method);
        return new Confirmed(
                reply.text("tid"),
                String.valueOf(ready.get("partner_order_id")),
                back.substring(back.indexOf("pg_token=") + 9),
                page);
    }

    /// A TID that was approved.
    Confirmed paid(long totalKrw) {
        Confirmed confirmed = confirmed(totalKrw);
        KakaoCaller.Reply reply = current.call("approve", confirmed.approve());
        if (reply.status() != 200) {
            throw new AssertionError(reply);
        }
        return confirmed;
    }

    String status(Confirmed payment) {
        return current.call("order", payment.order()).text("status");
    }
}
