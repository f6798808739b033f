package com.coworkpay.console.session;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/// What this request says about how to answer: language, theme, and whether only a part of a page is wanted.
@RequestScoped
public class Visit {

    public static final String LANGUAGE_COOKIE = "language";
    public static final String THEME_COOKIE = "theme";
    public static final String COLUMNS_COOKIE = "columns";

    private final HttpHeaders headers;
    private final RoutingContext routing;

    Visit(HttpHeaders headers, RoutingContext routing) {
        this.headers = headers;
        this.routing = routing;
    }

    public Language language() {
        return Language.of(cookie(LANGUAGE_COOKIE), headers.getAcceptableLanguages());
    }

    public boolean isLanguageChosen() {
        return cookie(LANGUAGE_COOKIE) != null;
    }

    /// The columns of transactions that the person chose for this browser; null: none yet.
    public @Nullable String columns() {
        return cookie(COLUMNS_COOKIE);
    }

    public Theme theme() {
        return Theme.of(cookie(THEME_COOKIE));
    }

    /// htmx asks for a part, and not where it restores a whole page from the history.
    public boolean wantsPart() {
        return headers.getHeaderString("HX-Request") != null
                && headers.getHeaderString("HX-History-Restore-Request") == null
                && headers.getHeaderString("HX-Boosted") == null;
    }

    /// The address of the page that is shown, path and query: where a change of language comes back to. The answer to
    /// a form has the address of the page on which the form is.
    public String address() {
        if (routing.request().method().equals(HttpMethod.GET)) {
            return routing.request().uri();
        }
        return FormPage.of(routing.normalizedPath());
    }

    /// A form of this page was pressed after the session had ended: see [UnsentForms].
    public boolean isFormUnsent() {
        return routing.request().getParam(UnsentForms.NOT_SENT) != null;
    }

    /// Where the person is, as the front door says; null where that is not known any more.
    public @Nullable String from() {
        SocketAddress address = routing.request().remoteAddress();
        return address == null ? null : address.hostAddress();
    }

    private @Nullable String cookie(String name) {
        Cookie cookie = headers.getCookies().get(name);
        return cookie == null ? null : cookie.getValue();
    }
}
