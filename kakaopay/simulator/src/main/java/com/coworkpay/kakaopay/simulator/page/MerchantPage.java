package com.coworkpay.kakaopay.simulator.page;

import com.coworkpay.kakaopay.simulator.EffectKind;
import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.kakaopay.simulator.engine.Engine;
import com.coworkpay.kakaopay.simulator.engine.KoreanTime;
import com.coworkpay.kakaopay.simulator.engine.LedgerReportPage;
import com.coworkpay.kakaopay.simulator.engine.LedgerReportRow;
import com.coworkpay.kakaopay.simulator.engine.Status;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// `/merchant`: what a merchant finds at KakaoPay under an Order ID. One row per movement of money, newest first.
///
/// The columns are ours: those of KakaoPay's partner centre are not published.
public final class MerchantPage {
    private static final int ROWS = 50;
    private static final int MAX_PAGE = 1_000_000;

    private final Engine engine;

    public MerchantPage(Engine engine) {
        this.engine = engine;
    }

    public void mount(Router router) {
        router.get("/merchant").handler(this::show);
        router.get("/").handler(context -> context.redirect("/merchant"));
    }

    private void show(RoutingContext context) {
        Language language = Language.of(context);
        Asked asked = new Asked(param(context, "q"), param(context, "cid"), page(param(context, "page")));
        LedgerReportPage found = asked.query().isEmpty()
                ? engine.money(asked.cid().isEmpty() ? null : asked.cid(), asked.page() * ROWS, ROWS)
                : engine.search(asked.query());
        boolean older = (asked.page() + 1L) * ROWS < found.totals().count();
        Pages.send(
                context,
                200,
                Pages.page("merchant", language, PageTexts.MERCHANT_TITLE)
                        .data("query", asked.query())
                        .data("cid", asked.cid())
                        .data("merchants", engine.merchants())
                        .data("totals", found.totals())
                        .data(
                                "rows",
                                found.rows().stream()
                                        .map(row -> Row.of(row, language))
                                        .toList())
                        .data("otherLanguage", asked.link(asked.page(), language.other()))
                        .data("newer", asked.page() == 0 ? "" : asked.link(asked.page() - 1, language))
                        .data("older", older ? asked.link(asked.page() + 1, language) : ""));
    }

    private static String param(RoutingContext context, String name) {
        String value = context.request().getParam(name);
        return value == null ? "" : value.strip();
    }

    private static int page(String text) {
        return text.matches("[0-9]{1,6}") ? Math.min(MAX_PAGE, Integer.parseInt(text)) : 0;
    }

    /// What the address asks for; empty text is nothing.
    private record Asked(String query, String cid, int page) {
        String link(int to, Language in) {
            return "?lang=" + in.code() + "&page=" + to + part("cid", cid) + part("q", query);
        }

        private static String part(String name, String value) {
            return value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    /// What the template shows of a movement.
    private record Row(
            String style,
            String at,
            String kind,
            String orderId,
            String tid,
            String aid,
            String item,
            String method,
            long krw,
            String statusText,
            Status status) {
        static Row of(LedgerReportRow row, Language language) {
            var effect = row.effect();
            var terms = row.transaction().terms();
            var status = row.transaction().status();
            return new Row(
                    effect.kind().name().toLowerCase(Locale.ROOT),
                    KoreanTime.page(effect.at()),
                    textOf(effect.kind()).in(language),
                    terms.orderId(),
                    terms.tid(),
                    effect.aid() == null ? terms.cid() : effect.aid(),
                    terms.itemName(),
                    method(row, language),
                    effect.kind() == EffectKind.CANCEL ? -effect.amountKrw() : effect.amountKrw(),
                    textOf(status).in(language),
                    status);
        }

        private static PageTexts textOf(EffectKind kind) {
            return switch (kind) {
                case APPROVE -> PageTexts.PAYMENT;
                case CANCEL -> PageTexts.CANCELLATION;
                default -> PageTexts.UNPAID;
            };
        }

        private static PageTexts textOf(Status status) {
            return switch (status) {
                case READY, OPEN_PAYMENT, SELECT_METHOD, AUTH_PASSWORD -> PageTexts.NOT_PAID_YET;
                case SUCCESS_PAYMENT -> PageTexts.SUCCEEDED;
                case PART_CANCEL_PAYMENT -> PageTexts.PARTLY_CANCELED;
                case CANCEL_PAYMENT -> PageTexts.FULLY_CANCELED;
                case QUIT_PAYMENT -> PageTexts.STOPPED;
                case FAIL_AUTH_PASSWORD, FAIL_PAYMENT -> PageTexts.FAILED;
            };
        }

        private static String method(LedgerReportRow row, Language language) {
            var method = row.transaction().method();
            var card = row.transaction().card();
            if (method == null) {
                return "–";
            }
            return method == Method.MONEY || card == null ? PageTexts.MONEY.in(language) : language.nameOf(card);
        }
    }
}
