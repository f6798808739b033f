package com.coworkpay.kakaopay.connector;

import com.coworkpay.platform.secret.SecretText;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Requests as our services send them, and answers as KakaoPay's documents and recordings show them.
final class Samples {

    static final String TID = "T87734d3620347052c46";
    static final String ORDER = "0193e1a0-7b3c-7c11-9d3f-1f0c5b2a9e77";
    static final String USER = "member-42";
    static final String CID = "TC0ONETIME";
    static final String KEY = "DEVKEY0123456789SECRETSECRET0123456789AB";
    static final String PG_TOKEN = "0a1b2c3d4e5f60718293";
    static final String REFUND = "0193e1a1-0000-7000-8000-000000000001";

    private Samples() {}

    static MerchantAccount account(CredentialKind kind) {
        return account("account-1", kind);
    }

    static MerchantAccount account(String id, CredentialKind kind) {
        return new MerchantAccount(id, CID, new Credential(kind, SecretText.of(KEY), 1));
    }

    static KakaoPaySettings settings(URI base) {
        return KakaoPaySettings.of(base, base).withTimeouts(Duration.ofMillis(2000), Duration.ofMillis(400));
    }

    static ReadyRequest readyRequest() {
        return new ReadyRequest(
                ORDER,
                USER,
                "회의실 2시간 & 커피 100%",
                1,
                2200,
                0,
                200L,
                URI.create("https://pay.example.kr/v1/return/1/s/approved?a=1&b=2"),
                URI.create("https://pay.example.kr/v1/return/1/s/canceled"),
                URI.create("https://pay.example.kr/v1/return/1/s/failed"));
    }

    static ApproveRequest approveRequest() {
        return new ApproveRequest(TID, ORDER, USER, SecretText.of(PG_TOKEN), 2200, "p-1");
    }

    static OrderRequest orderRequest() {
        return new OrderRequest(TID, ORDER, 2200L);
    }

    static CancelRequest cancelRequest() {
        return new CancelRequest(TID, ORDER, 1100, 0, 100L, 2200, REFUND);
    }

    static final String READY_ANSWER = """
            {"tid":"T87734d3620347052c46","tms_result":false,
             "next_redirect_app_url":"https://online-payment.kakaopay.com/mockup/bridge/mobile-app/pg/one-time/payment/ab",
             "next_redirect_mobile_url":"https://online-payment.kakaopay.com/mockup/bridge/mobile-web/pg/one-time/payment/ab",
             "next_redirect_pc_url":"https://online-payment.kakaopay.com/mockup/bridge/pc/pg/one-time/payment/ab",
             "android_app_scheme":"kakaotalk://kakaopay/pg?url=https://online-pay.kakaopay.com/pay/mockup/ab",
             "ios_app_scheme":"kakaotalk://kakaopay/pg?url=https://online-pay.kakaopay.com/pay/mockup/ab",
             "created_at":"2026-07-15T21:18:22"}
            """;

    /// Money, with the explicit nulls of a recorded answer of today's API.
    static final String APPROVE_MONEY = """
            {"aid":"A5678901234567890123","tid":"T87734d3620347052c46","cid":"TC0ONETIME","sid":null,
             "partner_order_id":"0193e1a0-7b3c-7c11-9d3f-1f0c5b2a9e77","partner_user_id":"member-42",
             "payment_method_type":"MONEY","item_name":"Room","item_code":null,"quantity":1,
             "amount":{"total":2200,"tax_free":0,"vat":200,"point":0,"discount":0,"green_deposit":0},
             "card_info":null,"sequential_payment_methods":null,
             "created_at":"2026-07-15T21:18:22","approved_at":"2026-07-15T21:18:53","payload":null}
            """;

    /// Card, former API: both families of company fields, no green_deposit and no point, an unknown field.
    static final String APPROVE_CARD_LEGACY = """
            {"aid":"A5678901234567890123","tid":"T87734d3620347052c46","cid":"TC0ONETIME",
             "partner_order_id":"0193e1a0-7b3c-7c11-9d3f-1f0c5b2a9e77","partner_user_id":"member-42",
             "payment_method_type":"CARD","item_name":"Room","quantity":"1","something_new":{"a":[1,2]},
             "amount":{"total":"2200","tax_free":"0","vat":200,"discount":0},
             "card_info":{"purchase_corp":"비씨카드","purchase_corp_code":"01","issuer_corp":"수협","issuer_corp_code":"13",
               "bin":"621640","card_type":"체크","install_month":"00","approved_id":"11111111","card_mid":"111111",
               "interest_free_install":"N","card_item_code":"NEW"},
             "created_at":"2026-07-15T21:18:22","approved_at":"2026-07-15T21:18:53"}
            """;

    static final String ORDER_ANSWER = """
            {"tid":"T87734d3620347052c46","cid":"TC0ONETIME","status":"PART_CANCEL_PAYMENT",
             "partner_order_id":"0193e1a0-7b3c-7c11-9d3f-1f0c5b2a9e77","partner_user_id":"member-42",
             "payment_method_type":"CARD","item_name":"Room","quantity":1,
             "amount":{"total":2200,"tax_free":0,"vat":200,"point":0,"discount":0,"green_deposit":0},
             "canceled_amount":{"total":1100,"tax_free":0,"vat":100,"point":0,"discount":0,"green_deposit":0},
             "cancel_available_amount":{"total":1100,"tax_free":0,"vat":100,"point":0,"discount":0,"green_deposit":0},
             "created_at":"2026-07-15T21:18:22","approved_at":"2026-07-15T21:18:53","canceled_at":"2026-07-16T00:00:01",
             "selected_card_info":{"card_bin":"621640","install_month":3,"card_corp_name":"수협","interest_free_install":"Y"},
             "payment_action_details":[
               {"aid":"A1","approved_at":"2026-07-15T21:18:53","amount":2200,"point_amount":0,"discount_amount":0,
                "green_deposit":0,"payment_action_type":"PAYMENT","payload":"p-1"},
               {"aid":"A2","approved_at":"2026-07-16T00:00:01","amount":1100,"payment_action_type":"CANCEL",
                "payload":"0193e1a1-0000-7000-8000-000000000001"},
               {"aid":"A3","payment_action_type":"SOMETHING_NEW","payload":null}]}
            """;

    static final String CANCEL_ANSWER = """
            {"tid":"T87734d3620347052c46","cid":"TC0ONETIME","status":"PART_CANCEL_PAYMENT",
             "partner_order_id":"0193e1a0-7b3c-7c11-9d3f-1f0c5b2a9e77","partner_user_id":"member-42",
             "payment_method_type":"MONEY","item_name":"Room","quantity":1,
             "amount":{"total":2200,"tax_free":0,"vat":200,"point":0,"discount":0,"green_deposit":0},
             "approved_cancel_amount":{"total":1100,"tax_free":0,"vat":100,"point":0,"discount":0,"green_deposit":0},
             "canceled_amount":{"total":1100,"tax_free":0,"vat":100,"point":0,"discount":0,"green_deposit":0},
             "cancel_available_amount":{"total":1100,"tax_free":0,"vat":100,"point":0,"discount":0,"green_deposit":0},
             "created_at":"2026-07-15T21:18:22","approved_at":"2026-07-15T21:18:53","canceled_at":"2026-07-16T00:00:01",
             "payload":"0193e1a1-0000-7000-8000-000000000001"}
            """;

    static String error(Generation generation, int code, @Nullable String methodResultCode) {
        String extras = methodResultCode == null
                ? ""
                : ",\"extras\":{\"method_result_code\":\"%s\",\"method_result_message\":\"잔액 부족, 김민지\"}"
                        .formatted(methodResultCode);
        return switch (generation) {
            case CURRENT -> "{\"error_code\":%d,\"error_message\":\"approval failure!\"%s}".formatted(code, extras);
            case LEGACY -> "{\"msg\":\"approval failure!\",\"code\":%d%s}".formatted(code, extras);
        };
    }

    /// What the connector makes of an answer, without a network.
    static Outcome<?> reportStatus(Operation operation, Generation generation, int httpStatus, Buffer body) {
        MerchantAccount account =
                account(generation == Generation.CURRENT ? CredentialKind.SECRET_KEY : CredentialKind.ADMIN_KEY);
        Transmission answer = new Transmission.Answered(httpStatus, body);
        return switch (operation) {
            case READY -> OutcomeMapper.of(operation, generation, answer, ResponseParser::ready);
            case APPROVE ->
                OutcomeMapper.of(
                        operation,
                        generation,
                        answer,
                        json -> ResponseParser.approval(json, account, approveRequest()));
            case ORDER ->
                OutcomeMapper.of(
                        operation, generation, answer, json -> ResponseParser.order(json, account, orderRequest()));
            case CANCEL ->
                OutcomeMapper.of(
                        operation,
                        generation,
                        answer,
                        json -> ResponseParser.cancellation(json, account, cancelRequest()));
        };
    }

    static Outcome<?> reportStatus(Operation operation, int httpStatus, String body) {
        return reportStatus(operation, Generation.CURRENT, httpStatus, Buffer.buffer(body));
    }
}
