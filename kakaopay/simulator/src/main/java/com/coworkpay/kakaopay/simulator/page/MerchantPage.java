package com.coworkpay.kakaopay.simulator.page;

import static com.coworkpay.kakaopay.simulator.page.Html.escape;

import com.coworkpay.kakaopay.simulator.Effect;
import com.coworkpay.kakaopay.simulator.EffectKind;
import com.coworkpay.kakaopay.simulator.Merchant;
import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.kakaopay.simulator.engine.Engine;
import com.coworkpay.kakaopay.simulator.engine.KoreanTime;
import com.coworkpay.kakaopay.simulator.engine.LedgerReportPage;
import com.coworkpay.kakaopay.simulator.engine.LedgerReportRow;
import com.coworkpay.kakaopay.simulator.engine.MerchantLimits;
import com.coworkpay.kakaopay.simulator.engine.Status;
import com.coworkpay.kakaopay.simulator.engine.Totals;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
        String query = param(context, "q");
        String cid = param(context, "cid");
        int page = page(param(context, "page"));
        LedgerReportPage found = query == null ? engine.money(cid, page * ROWS, ROWS) : engine.search(query);
        Language language = Language.of(context);
        Html.send(
                context,
                200,
                language,
                PageTexts.MERCHANT_TITLE.in(language),
                new View(language, query, cid, page).of(found));
    }

    private static @Nullable String param(RoutingContext context, String name) {
        String value = context.request().getParam(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static int page(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,6}") ? Math.min(MAX_PAGE, Integer.parseInt(text)) : 0;
    }

    /// One rendering.
    private final class View {
        private final Language language;
        private final @Nullable String query;
        private final @Nullable String cid;
        private final int page;

        View(Language language, @Nullable String query, @Nullable String cid, int page) {
            this.language = language;
            this.query = query;
            this.cid = cid;
            this.page = page;
        }

        String of(LedgerReportPage found) {
            return """
                    <main class="wide">
                    <header><b class="brand">pay</b> <h1>%s</h1><a href="%s">%s</a></header>
                    <p class="sim">%s</p>
                    %s%s%s%s
                    </main>
                    """.formatted(
                            say(PageTexts.MERCHANT_TITLE),
                            link(page, language.other()),
                            language == Language.EN ? "한국어" : "English",
                            say(PageTexts.SIMULATED),
                            search(),
                            totals(found.totals()),
                            table(found),
                            pages(found));
        }

        private String search() {
            StringBuilder options = new StringBuilder("<option value=\"\">" + say(PageTexts.ALL_CIDS) + "</option>");
            for (Merchant merchant : engine.merchants()) {
                options.append("<option%s>%s</option>"
                        .formatted(merchant.cid().equals(cid) ? " selected" : "", escape(merchant.cid())));
            }
            return """
                    <form class="find"><input type="hidden" name="lang" value="%s">
                    <input type="search" name="q" value="%s" placeholder="%s" aria-label="%s">
                    <select name="cid" aria-label="CID">%s</select>
                    <button class="main">%s</button></form>
                    """.formatted(
                            language.code(),
                            query == null ? "" : escape(query),
                            say(PageTexts.SEARCH_HINT),
                            say(PageTexts.SEARCH_HINT),
                            options,
                            say(PageTexts.SEARCH));
        }

        private String totals(Totals totals) {
            return """
                    <dl class="totals"><div><dt>%s</dt><dd>%d</dd></div><div><dt>%s</dt><dd>%s</dd></div>
                    <div><dt>%s</dt><dd>%s</dd></div><div><dt>%s</dt><dd>%s</dd></div></dl>
                    """.formatted(
                            say(PageTexts.COUNT),
                            totals.count(),
                            say(PageTexts.PAID_SUM),
                            won(totals.paidKrw()),
                            say(PageTexts.CANCELED_SUM),
                            won(totals.canceledKrw()),
                            say(PageTexts.NET_SUM),
                            won(totals.netKrw()));
        }

        private String table(LedgerReportPage found) {
            if (found.rows().isEmpty()) {
                return "<p class=\"small\">" + say(PageTexts.NOTHING) + "</p>";
            }
            StringBuilder rows = new StringBuilder();
            found.rows().forEach(r -> rows.append(row(r)));
            return """
                    <table><thead><tr><th>%s</th><th>%s / TID · AID</th><th>%s</th><th class="num">%s</th><th>%s</th>
                    </tr></thead><tbody>%s</tbody></table>
                    """.formatted(
                            say(PageTexts.TIME),
                            say(PageTexts.ORDER_ID),
                            say(PageTexts.ITEM),
                            say(PageTexts.AMOUNT),
                            say(PageTexts.STATUS),
                            rows);
        }

        private String row(LedgerReportRow row) {
            Effect effect = row.effect();
            MerchantLimits terms = row.transaction().terms();
            boolean back = effect.kind() == EffectKind.CANCEL;
            return """
                    <tr class="%s"><td>%s<br><small>%s</small></td><td class="ids">%s<br><small>%s · %s</small></td>
                    <td class="what">%s<br><small>%s</small></td><td class="num">%s</td>
                    <td>%s<br><small>%s</small></td></tr>
                    """.formatted(
                            effect.kind().name().toLowerCase(Locale.ROOT),
                            KoreanTime.page(effect.at()),
                            kind(effect.kind()),
                            escape(terms.orderId()),
                            terms.tid(),
                            effect.aid() == null ? escape(terms.cid()) : effect.aid(),
                            escape(terms.itemName()),
                            method(row),
                            won(back ? -effect.amountKrw() : effect.amountKrw()),
                            say(status(row.transaction().status())),
                            row.transaction().status());
        }

        private static PageTexts status(Status status) {
            return switch (status) {
                case READY, OPEN_PAYMENT, SELECT_METHOD, AUTH_PASSWORD -> PageTexts.NOT_PAID_YET;
                case SUCCESS_PAYMENT -> PageTexts.SUCCEEDED;
                case PART_CANCEL_PAYMENT -> PageTexts.PARTLY_CANCELED;
                case CANCEL_PAYMENT -> PageTexts.FULLY_CANCELED;
                case QUIT_PAYMENT -> PageTexts.STOPPED;
                case FAIL_AUTH_PASSWORD, FAIL_PAYMENT -> PageTexts.FAILED;
            };
        }

        private String kind(EffectKind kind) {
            return switch (kind) {
                case APPROVE -> say(PageTexts.PAYMENT);
                case CANCEL -> say(PageTexts.CANCELLATION);
                default -> say(PageTexts.UNPAID);
            };
        }

        private String method(LedgerReportRow row) {
            Method method = row.transaction().method();
            if (method == null) {
                return "–";
            }
            var card = row.transaction().card();
            return method == Method.MONEY || card == null
                    ? say(PageTexts.MONEY)
                    : escape(language == Language.KO ? card.korean() : card.english());
        }

        private String pages(LedgerReportPage found) {
            if (query != null) {
                return "";
            }
            String newer = page == 0 ? "" : step(page - 1, PageTexts.NEWER);
            boolean more = (page + 1L) * ROWS < found.totals().count();
            return "<nav>" + newer + (more ? step(page + 1, PageTexts.OLDER) : "") + "</nav>";
        }

        private String step(int to, PageTexts texts) {
            return "<a class=\"button\" href=\"%s\">%s</a>".formatted(link(to, language), say(texts));
        }

        private String link(int to, Language in) {
            return escape("?lang=" + in.code() + "&page=" + to
                    + (cid == null ? "" : "&cid=" + URLEncoder.encode(cid, StandardCharsets.UTF_8))
                    + (query == null ? "" : "&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
        }

        private String won(long krw) {
            return language.won(krw);
        }

        private String say(PageTexts texts) {
            return escape(texts.in(language));
        }
    }
}
