package com.coworkpay.kakaopay.simulator.page;

import static com.coworkpay.kakaopay.simulator.page.Html.escape;

import com.coworkpay.kakaopay.simulator.CardCompany;
import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.kakaopay.simulator.engine.Approval;
import com.coworkpay.kakaopay.simulator.engine.Engine;
import com.coworkpay.kakaopay.simulator.engine.KoreanTime;
import com.coworkpay.kakaopay.simulator.engine.MerchantLimits;
import com.coworkpay.kakaopay.simulator.engine.Status;
import com.coworkpay.kakaopay.simulator.engine.Transaction;
import io.vertx.ext.web.RoutingContext;

/// The markup of one payment's page.
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
        Language language = Language.of(context);
        PayerPage page = new PayerPage(transaction, language, device);
        String content = engine.isPayable(transaction) ? page.form() : page.over();
        Html.send(context, 200, language, PageTexts.PAY_TITLE.in(language), page.frame(content));
    }

    static void sendUnknown(RoutingContext context) {
        Language language = Language.of(context);
        String body = """
                <main class="pay"><header><b class="brand">pay</b></header>
                <section><h1>%s</h1><p>%s</p></section></main>
                """.formatted(say(PageTexts.UNKNOWN_TITLE, language), say(PageTexts.UNKNOWN, language));
        Html.send(context, 404, language, PageTexts.UNKNOWN_TITLE.in(language), body);
    }

    private String frame(String content) {
        Language other = language.other();
        return """
                <main class="pay %s">
                <header><b class="brand">pay</b><a href="?lang=%s">%s</a></header>
                <p class="sim">%s</p>
                %s
                </main>
                """.formatted(
                        escape(device),
                        other.code(),
                        other == Language.KO ? "한국어" : "English",
                        say(PageTexts.SIMULATED),
                        content);
    }

    private String summary() {
        return """
                <section class="sum">
                <p class="item">%s</p>
                <p class="amount">%s</p>
                <dl><dt>%s</dt><dd>%s</dd><dt>%s</dt><dd>%d</dd><dt>%s</dt><dd class="long">%s</dd></dl>
                </section>
                """.formatted(
                        escape(terms.itemName()),
                        won(terms.amounts().totalKrw()),
                        say(PageTexts.MERCHANT),
                        escape(terms.cid()),
                        say(PageTexts.QUANTITY),
                        terms.quantity(),
                        say(PageTexts.ORDER_ID),
                        escape(terms.orderId()));
    }

    /// One button for each way to pay, so that nobody pays by another one than they meant.
    private String form() {
        return """
                %s%s
                <form method="post" action="confirm">
                <input type="hidden" name="lang" value="%s"><input type="hidden" name="device" value="%s">
                %s%s
                <button formaction="wrong-password">%s</button>
                <button formaction="quit">%s</button>
                </form>
                <p class="small">%s %s KST</p>
                """.formatted(
                        summary(),
                        notes(),
                        language.code(),
                        escape(device),
                        money(),
                        card(),
                        say(PageTexts.WRONG_PASSWORD),
                        say(PageTexts.ABORT),
                        say(PageTexts.DEADLINE),
                        KoreanTime.page(terms.createdAt().plus(Transaction.LIFE).minus(transaction.clockAhead())));
    }

    private String notes() {
        String note =
                switch (transaction.status()) {
                    case FAIL_AUTH_PASSWORD ->
                        bad(say(PageTexts.PASSWORD_FAILED) + ": "
                                + (Transaction.MAX_WRONG_PASSWORDS - transaction.wrongPasswords()));
                    case QUIT_PAYMENT -> note(say(PageTexts.QUIT_NOTE));
                    case AUTH_PASSWORD -> note(say(PageTexts.READY_NOTE));
                    case READY,
                            OPEN_PAYMENT,
                            SELECT_METHOD,
                            SUCCESS_PAYMENT,
                            PART_CANCEL_PAYMENT,
                            CANCEL_PAYMENT,
                            FAIL_PAYMENT -> "";
                };
        return note + (device.equals("pc") ? note(say(PageTexts.QR_NOTE)) : "");
    }

    private String money() {
        return terms.method() == Method.CARD
                ? ""
                : "<button class=\"main\" name=\"method\" value=\"MONEY\">" + say(PageTexts.PAY_BY_MONEY) + "</button>";
    }

    private String card() {
        if (terms.method() == Method.MONEY) {
            return "";
        }
        StringBuilder options = new StringBuilder();
        for (CardCompany company : terms.cards()) {
            String name = language == Language.KO ? company.korean() : company.english();
            options.append("<option value=\"%s\"%s>%s</option>"
                    .formatted(company.name(), company == transaction.card() ? " selected" : "", escape(name)));
        }
        return """
                <div class="row"><select name="card" aria-label="%s">%s</select>
                <button class="main" name="method" value="CARD">%s</button></div>
                """.formatted(say(PageTexts.CARD_COMPANY), options, say(PageTexts.PAY_BY_CARD));
    }

    private String over() {
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

    private String ended(PageTexts title, PageTexts text) {
        return "<section class=\"end\"><h1>" + say(title) + "</h1><p>" + say(text) + "</p></section>" + summary()
                + back(terms.failUrl());
    }

    private String paid() {
        Approval approval = transaction.approval();
        boolean gone = transaction.status() == Status.CANCEL_PAYMENT;
        String at = approval == null ? "" : KoreanTime.page(approval.at()) + " KST";
        String canceled = transaction.canceled().totalKrw() == 0
                ? ""
                : "<p>%s %s</p>"
                        .formatted(
                                say(PageTexts.CANCELED_SUM),
                                won(transaction.canceled().totalKrw()));
        return """
                <section class="end"><h1>%s</h1><p>%s</p><p class="small">%s %s</p>%s</section>
                """.formatted(
                                say(gone ? PageTexts.CANCELED_TITLE : PageTexts.PAID_TITLE),
                                gone ? "" : say(PageTexts.PAID),
                                say(PageTexts.PAID_AT),
                                at,
                                canceled)
                + summary();
    }

    private String back(String url) {
        return "<a class=\"button main\" href=\"%s\">%s</a>".formatted(escape(url), say(PageTexts.BACK));
    }

    private static String note(String text) {
        return "<p class=\"note\">" + text + "</p>";
    }

    private static String bad(String text) {
        return "<p class=\"note bad\">" + text + "</p>";
    }

    private String won(long krw) {
        return language.won(krw);
    }

    private String say(PageTexts texts) {
        return say(texts, language);
    }

    private static String say(PageTexts texts, Language language) {
        return escape(texts.in(language));
    }
}
