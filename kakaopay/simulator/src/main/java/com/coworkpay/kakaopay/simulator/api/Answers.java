package com.coworkpay.kakaopay.simulator.api;

import static com.coworkpay.kakaopay.simulator.engine.KoreanTime.text;

import com.coworkpay.kakaopay.simulator.AnswerShape;
import com.coworkpay.kakaopay.simulator.Call;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.kakaopay.simulator.engine.Amounts;
import com.coworkpay.kakaopay.simulator.engine.Approval;
import com.coworkpay.kakaopay.simulator.engine.Cancellation;
import com.coworkpay.kakaopay.simulator.engine.Codes;
import com.coworkpay.kakaopay.simulator.engine.Decision;
import com.coworkpay.kakaopay.simulator.engine.MerchantLimits;
import com.coworkpay.kakaopay.simulator.engine.Refusal;
import com.coworkpay.kakaopay.simulator.engine.Transaction;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// KakaoPay's answers, field by field as documented for both generations.
final class Answers {
    private final Supplier<URI> publicUrl;
    private final Shapes shapes;
    private final Imitation imitation;

    Answers(Supplier<URI> publicUrl, Shapes shapes, Imitation imitation) {
        this.publicUrl = publicUrl;
        this.shapes = shapes;
        this.imitation = imitation;
    }

    /// @param shape of this answer alone; null: the merchant's
    Answer of(Generation generation, Endpoint endpoint, Decision decision, @Nullable AnswerShape shape) {
        return switch (decision) {
            case Refusal refusal -> refused(generation, endpoint, refusal);
            case Decision.Readied d ->
                done(generation, endpoint, shape, d.transaction(), ready(generation, d.transaction()));
            case Decision.Approved d ->
                done(generation, endpoint, shape, d.transaction(), approved(generation, d.transaction(), d.approval()));
            case Decision.Canceled d ->
                done(generation, endpoint, shape, d.transaction(), canceled(d.transaction(), d.cancellation()));
            case Decision.Found d -> done(generation, endpoint, shape, d.transaction(), order(d.transaction()));
        };
    }

    /// @param endpoint null for a path that is none
    Answer refused(Generation generation, @Nullable Endpoint endpoint, Refusal decided) {
        Refusal refusal = generation.inItsTerms(decided);
        Answer answer = new Answer(
                Codes.httpStatus(refusal.code()), generation.errorBody(refusal), Integer.toString(refusal.code()));
        return imitation.refusal(generation, endpoint, answer);
    }

    private Answer done(
            Generation generation,
            Endpoint endpoint,
            @Nullable AnswerShape shape,
            Transaction transaction,
            ObjectNode body) {
        String cid = transaction.terms().cid();
        Shapes.write(shape == null ? shapes.of(cid) : shape, endpoint, body);
        imitation.write(generation, endpoint, body);
        return new Answer(200, body, Call.OK);
    }

    private ObjectNode ready(Generation generation, Transaction transaction) {
        MerchantLimits terms = transaction.terms();
        String page = publicUrl.get() + "/pay/" + terms.pageKey();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("tid", terms.tid());
        if (generation == Generation.LEGACY) {
            body.put("tms_result", false);
        }
        body.put("next_redirect_app_url", page + "/app");
        body.put("next_redirect_mobile_url", page + "/mobile");
        body.put("next_redirect_pc_url", page + "/pc");
        body.put("android_app_scheme", "kakaotalk://kakaopay/pg?url=" + page + "/app");
        body.put("ios_app_scheme", "kakaotalk://kakaopay/pg?url=" + page + "/app");
        body.put("created_at", text(terms.createdAt()));
        return body;
    }

    private static ObjectNode approved(Generation generation, Transaction transaction, Approval approval) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("aid", approval.aid());
        body.put("tid", transaction.tid());
        body.put("cid", transaction.terms().cid());
        body.putNull("sid");
        parties(body, transaction);
        amount(body, "amount", transaction.terms(), transaction.terms().amounts());
        body.set("card_info", Cards.info(generation, transaction));
        item(body, transaction.terms());
        body.put("created_at", text(transaction.terms().createdAt()));
        body.put("approved_at", text(approval.at()));
        body.put("payload", approval.payload());
        body.putNull("sequential_payment_methods");
        return body;
    }

    private static ObjectNode canceled(Transaction transaction, Cancellation cancellation) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("aid", cancellation.aid());
        body.put("tid", transaction.tid());
        body.put("cid", transaction.terms().cid());
        body.put("status", transaction.status().name());
        parties(body, transaction);
        amount(body, "amount", transaction.terms(), transaction.terms().amounts());
        amount(body, "approved_cancel_amount", transaction.terms(), cancellation.amounts());
        amount(body, "canceled_amount", transaction.terms(), transaction.canceled());
        amount(body, "cancel_available_amount", transaction.terms(), transaction.available());
        item(body, transaction.terms());
        times(body, transaction);
        body.put("payload", cancellation.payload());
        return body;
    }

    private static ObjectNode order(Transaction transaction) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("tid", transaction.tid());
        body.put("cid", transaction.terms().cid());
        body.put("status", transaction.status().name());
        parties(body, transaction);
        item(body, transaction.terms());
        amount(body, "amount", transaction.terms(), transaction.terms().amounts());
        amount(body, "canceled_amount", transaction.terms(), transaction.canceled());
        amount(body, "cancel_available_amount", transaction.terms(), transaction.available());
        times(body, transaction);
        body.set("selected_card_info", Cards.selected(transaction));
        actions(body.putArray("payment_action_details"), transaction);
        return body;
    }

    private static void actions(ArrayNode actions, Transaction transaction) {
        Approval approval = transaction.approval();
        if (approval == null) {
            return;
        }
        Amounts total = transaction.terms().amounts();
        action(actions, transaction, "PAYMENT", approval.aid(), approval.at(), total, approval.payload());
        for (Cancellation c : transaction.cancellations()) {
            action(actions, transaction, "CANCEL", c.aid(), c.at(), c.amounts(), c.payload());
        }
    }

    private static void action(
            ArrayNode actions,
            Transaction transaction,
            String type,
            String aid,
            Instant at,
            Amounts amounts,
            @Nullable String payload) {
        ObjectNode action = actions.addObject();
        action.put("aid", aid);
        action.put("approved_at", text(at));
        action.put("amount", amounts.totalKrw());
        action.put("point_amount", 0);
        action.put("discount_amount", 0);
        action.put("green_deposit", transaction.terms().greenDepositKrw(amounts));
        action.put("payment_action_type", type);
        action.put("payment_method_type", methodName(transaction));
        action.put("payload", payload);
    }

    private static void parties(ObjectNode body, Transaction transaction) {
        body.put("partner_order_id", transaction.terms().orderId());
        body.put("partner_user_id", transaction.terms().userId());
        body.put("payment_method_type", methodName(transaction));
    }

    private static void item(ObjectNode body, MerchantLimits terms) {
        body.put("item_name", terms.itemName());
        body.put("item_code", terms.itemCode());
        body.put("quantity", terms.quantity());
    }

    private static void times(ObjectNode body, Transaction transaction) {
        Approval approval = transaction.approval();
        Instant canceledAt = transaction.canceledAt();
        body.put("created_at", text(transaction.terms().createdAt()));
        body.put("approved_at", approval == null ? null : text(approval.at()));
        body.put("canceled_at", canceledAt == null ? null : text(canceledAt));
    }

    private static @Nullable String methodName(Transaction transaction) {
        Method method = transaction.method();
        return method == null ? null : method.name();
    }

    private static void amount(ObjectNode body, String name, MerchantLimits terms, Amounts amounts) {
        ObjectNode node = body.putObject(name);
        node.put("total", amounts.totalKrw());
        node.put("tax_free", amounts.taxFreeKrw());
        node.put("vat", amounts.vatKrw());
        node.put("point", 0);
        node.put("discount", 0);
        node.put("green_deposit", terms.greenDepositKrw(amounts));
    }
}
