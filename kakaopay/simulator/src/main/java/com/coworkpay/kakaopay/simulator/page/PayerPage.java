package com.coworkpay.kakaopay.simulator.page;

import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.kakaopay.simulator.engine.Approval;
import com.coworkpay.kakaopay.simulator.engine.Engine;
import com.coworkpay.kakaopay.simulator.engine.KoreanTime;
import com.coworkpay.kakaopay.simulator.engine.MerchantLimits;
import com.coworkpay.kakaopay.simulator.engine.Status;
import com.coworkpay.kakaopay.simulator.engine.Transaction;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/// One payment's page: which template it is, and what that shows.
final class PayerPage {
    private final Transaction transaction;
    private final MerchantLimits terms;
    private final Language language;
    private final String device;

    private PayerPage(Transaction transaction, Language language, String device) {
        this.transaction = transaction;
        this.terms = transaction.terms();
        this.language = language;
        this.device = device;
    }

    static void send(RoutingContext context, Engine engine, Transaction transaction, String device) {
        PayerPage page = new PayerPage(transaction, Language.of(context), device);
        Pages.send(context, 200, engine.isPayable(transaction) ? page.pay() : page.over());
    }

    static void sendUnknown(RoutingContext context) {
        Pages.send(context, 404, Pages.page("unknown", Language.of(context), PageTexts.UNKNOWN_TITLE));
    }

    private TemplateInstance pay() {
        return page("pay")
                .data("triesLeft", Transaction.MAX_WRONG_PASSWORDS - transaction.wrongPasswords())
                .data("byMoney", terms.method() != Method.CARD)
                .data("cards", terms.method() == Method.MONEY ? List.of() : terms.cards())
                .data(
                        "deadline",
                        KoreanTime.page(terms.createdAt().plus(Transaction.LIFE).minus(transaction.clockAhead())));
    }

    private TemplateInstance over() {
        Status status = transaction.status();
        if (status.isPaid()) {
            return paid();
        }
        if (status == Status.FAIL_PAYMENT) {
            return ended(PageTexts.REFUSED_TITLE, PageTexts.LOCKED);
        }
        return transaction.isLockedByPassword()
                ? ended(PageTexts.LOCKED_TITLE, PageTexts.LOCKED)
                : ended(PageTexts.EXPIRED_TITLE, PageTexts.EXPIRED);
    }

    private TemplateInstance paid() {
        Approval approval = transaction.approval();
        return page("paid").data("paidAt", approval == null ? "" : KoreanTime.page(approval.at()) + " KST");
    }

    private TemplateInstance ended(PageTexts heading, PageTexts text) {
        return page("ended").data("heading", heading.in(language)).data("text", text.in(language));
    }

    private TemplateInstance page(String template) {
        return Pages.page(template, language, PageTexts.PAY_TITLE)
                .data("transaction", transaction)
                .data("terms", terms)
                .data("device", device);
    }
}
