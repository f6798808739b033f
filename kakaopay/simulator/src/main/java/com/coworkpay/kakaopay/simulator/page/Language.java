package com.coworkpay.kakaopay.simulator.page;

import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Language of a page: `?lang=`, else the browser's wish, else Korean.
enum Language {
    KO,
    EN;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Language other() {
        return this == KO ? EN : KO;
    }

    /// 22,000원 or ₩22,000.
    String won(long krw) {
        String digits = NumberFormat.getIntegerInstance(Locale.KOREA).format(Math.abs(krw));
        return (krw < 0 ? "-" : "") + (this == KO ? digits + "원" : "₩" + digits);
    }

    static Language of(RoutingContext context) {
        Language asked = of(context.request().getParam("lang"));
        if (asked != null) {
            return asked;
        }
        for (LanguageHeader wish : context.acceptableLanguages()) {
            Language wished = of(wish.tag());
            if (wished != null) {
                return wished;
            }
        }
        return KO;
    }

    private static @Nullable Language of(@Nullable String tag) {
        if (tag == null) {
            return null;
        }
        return switch (tag.toLowerCase(Locale.ROOT)) {
            case "ko" -> KO;
            case "en" -> EN;
            default -> null;
        };
    }
}
