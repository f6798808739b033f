package com.coworkpay.kakaopay.connector;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/// Makes a success out of a 200, or throws [InvalidResponseException]: nothing is believed that is not for what was
/// asked.
final class ResponseParser {

    private ResponseParser() {}

    static Ready ready(ResponseJson json) {
        String tid = json.needText("tid");
        if (!Tid.isOne(tid)) {
            throw malformed("tid");
        }
        return new Ready(
                tid,
                webUrl(json, "next_redirect_pc_url"),
                webUrl(json, "next_redirect_mobile_url"),
                webUrl(json, "next_redirect_app_url"),
                json.text("android_app_scheme"),
                json.text("ios_app_scheme"),
                json.needTime("created_at"));
    }

    static Approval approval(ResponseJson json, MerchantAccount account, ApproveRequest asked) {
        mustEqual("tid", asked.tid(), json.needText("tid"));
        mustEqual("partner_order_id", asked.orderId(), json.needText("partner_order_id"));
        mayEqual("partner_user_id", asked.userId(), json.text("partner_user_id"));
        mayEqual("cid", account.cid(), json.text("cid"));
        mustEqual("amount.total", asked.totalKrw(), totalKrw(json, "amount"));
        return new Approval(
                json.needText("aid"),
                asked.tid(),
                asked.orderId(),
                asked.userId(),
                PaymentMethod.of(json.text("payment_method_type")),
                card(json.object("card_info")),
                json.needTime("approved_at"),
                json.time("created_at"));
    }

    static Order order(ResponseJson json, MerchantAccount account, OrderRequest asked) {
        mustEqual("tid", asked.tid(), json.needText("tid"));
        String orderId = json.needText("partner_order_id");
        if (asked.orderId() != null) {
            mustEqual("partner_order_id", asked.orderId(), orderId);
        }
        mayEqual("cid", account.cid(), json.text("cid"));
        long totalKrw = totalKrw(json, "amount");
        if (asked.totalKrw() != null) {
            mustEqual("amount.total", asked.totalKrw(), totalKrw);
        }
        OrderStatus status = OrderStatus.of(json.needText("status"));
        return OrderParser.of(json, asked.tid(), orderId, status, totalKrw);
    }

    static Cancellation cancellation(ResponseJson json, MerchantAccount account, CancelRequest asked) {
        mustEqual("tid", asked.tid(), json.needText("tid"));
        mustEqual("partner_order_id", asked.orderId(), json.needText("partner_order_id"));
        mayEqual("cid", account.cid(), json.text("cid"));
        mayEqual("payload", asked.payload(), json.text("payload"));
        mustEqual("approved_cancel_amount.total", asked.amountKrw(), totalKrw(json, "approved_cancel_amount"));
        long availableKrw = totalKrw(json, "cancel_available_amount");
        mustEqual("cancel_available_amount.total", asked.availableKrw() - asked.amountKrw(), availableKrw);
        if (json.has("canceled_amount")) {
            long wholeKrw = totalKrw(json, "canceled_amount") + availableKrw;
            if (json.has("amount")) {
                mustEqual("amount.total", wholeKrw, totalKrw(json, "amount"));
            }
        }
        OrderStatus status = OrderStatus.of(json.needText("status"));
        if (status != OrderStatus.CANCEL_PAYMENT && status != OrderStatus.PART_CANCEL_PAYMENT) {
            throw malformed("status");
        }
        return new Cancellation(
                json.text("aid"),
                asked.tid(),
                asked.orderId(),
                status,
                PaymentMethod.of(json.text("payment_method_type")),
                json.needTime("canceled_at"));
    }

    /// The total, in whole won: what was ordered, and the only member to compare. Points and discounts are KakaoPay's
    /// own
    /// parts of it. Throws where the object or its total is missing or negative.
    static long totalKrw(ResponseJson json, String name) {
        ResponseJson amount = ResponseJson.need(name, json.object(name));
        long totalKrw = ResponseJson.need(name + ".total", amount.whole("total"));
        if (totalKrw < 0) {
            throw malformed(name + ".total");
        }
        return totalKrw;
    }

    /// Both generations, and both shapes: `card_info` of an approval, `selected_card_info` of a look-up.
    static @Nullable Card card(@Nullable ResponseJson json) {
        if (json == null) {
            return null;
        }
        return new Card(
                firstText(json, "kakaopay_issuer_corp", "issuer_corp", "card_corp_name"),
                json.text("card_type"),
                json.smallWhole("install_month"),
                json.yesOrNo("interest_free_install"),
                json.text("approved_id"));
    }

    static InvalidResponseException malformed(String what) {
        return new InvalidResponseException(UnknownReason.MALFORMED_ANSWER, what);
    }

    private static @Nullable String firstText(ResponseJson json, String... names) {
        for (String name : names) {
            String text = json.text(name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static String webUrl(ResponseJson json, String name) {
        String text = json.needText(name);
        try {
            URI url = new URI(text);
            boolean isWeb = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
            if (isWeb && url.getHost() != null) {
                return text;
            }
        } catch (URISyntaxException noUrl) {
            throw malformed(name);
        }
        throw malformed(name);
    }

    private static <T> void mustEqual(String what, T asked, T answered) {
        if (!asked.equals(answered)) {
            throw new InvalidResponseException(UnknownReason.MISMATCH, what);
        }
    }

    private static <T> void mayEqual(String what, T asked, @Nullable T answered) {
        if (answered != null) {
            mustEqual(what, asked, answered);
        }
    }
}
