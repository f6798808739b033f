package com.coworkpay.kakaopay.simulator.api;

import com.coworkpay.kakaopay.simulator.CardCompany;
import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.kakaopay.simulator.engine.Transaction;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `card_info` of approve and `selected_card_info` of order; the mock card's numbers are KakaoPay's own
/// (bin 111111, approved_id 11111111, card_mid 111111).
final class Cards {
    private static final String BIN = "111111";

    /// Recorded also of a card that was paid at once.
    private static final String INSTALLMENT_TYPE = "CARD_INSTALLMENT";

    private Cards() {}

    static @Nullable ObjectNode info(Generation generation, Transaction transaction) {
        CardCompany card = transaction.card();
        if (transaction.method() != Method.CARD || card == null) {
            return null;
        }
        CardCompany purchaser = card.purchaser();
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        if (generation == Generation.LEGACY) {
            info.put("purchase_corp", purchaser.korean());
            info.put("purchase_corp_code", purchaser.retiredCode());
            info.put("issuer_corp", card.korean());
            info.put("issuer_corp_code", card.retiredCode());
        }
        info.put("kakaopay_purchase_corp", purchaser.korean());
        info.put("kakaopay_purchase_corp_code", purchaser.purchaserCode());
        info.put("kakaopay_issuer_corp", card.korean());
        info.put("kakaopay_issuer_corp_code", card.issuerCode());
        info.put("bin", BIN);
        info.put("card_type", "신용");
        info.put("install_month", String.format(Locale.ROOT, "%02d", months(transaction)));
        info.put("approved_id", "11111111");
        info.put("card_mid", "111111");
        info.put("interest_free_install", "N");
        if (generation == Generation.CURRENT) {
            info.put("installment_type", INSTALLMENT_TYPE);
        }
        info.put("card_item_code", "100001");
        return info;
    }

    static @Nullable ObjectNode selected(Transaction transaction) {
        CardCompany card = transaction.card();
        if (transaction.method() != Method.CARD || card == null) {
            return null;
        }
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        info.put("card_bin", BIN);
        info.put("install_month", months(transaction));
        info.put("installment_type", INSTALLMENT_TYPE);
        info.put("card_corp_name", card.korean());
        info.put("interest_free_install", "N");
        return info;
    }

    private static int months(Transaction transaction) {
        Integer fixed = transaction.terms().installMonth();
        return fixed == null ? 0 : fixed;
    }
}
