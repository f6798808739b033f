package com.coworkpay.tools.local.portal;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A message between portal and suite as each page shows it. What is public is called by the template.
record ExchangeView(String style, String badge, String title, String outcome, String at, String sent, String received) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    static ExchangeView of(Exchange exchange, Language language) {
        return new ExchangeView(
                exchange.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Texts.valueOf("BADGE_" + exchange.kind()).in(language),
                exchange.title(),
                exchange.outcome(),
                CLOCK.format(exchange.at().atZone(Screen.ZONE)),
                exchange.sent(),
                exchange.received());
    }
}
