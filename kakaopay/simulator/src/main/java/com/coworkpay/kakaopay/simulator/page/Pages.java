package com.coworkpay.kakaopay.simulator.page;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The pages: templates that stand as `*.html` beside `page.css` in the resources. They escape what they are given.
final class Pages {
    private static final Variant HTML = Variant.forContentType(Variant.TEXT_HTML);
    private static final RawString STYLE = new RawString(resource("page.css"));
    private static final Engine TEMPLATES = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(HTML.getContentType())))
            .addLocator(name -> Optional.of(new Markup(resource(name + ".html"))))
            .build();

    private Pages() {}

    /// A page with what each has: its language and the texts in it.
    static TemplateInstance page(String template, Language language, PageTexts title) {
        return TEMPLATES
                .getTemplate(template)
                .data("style", STYLE)
                .data("language", language)
                .data("say", PageTexts.all(language))
                .data("title", title.in(language));
    }

    static void send(RoutingContext context, int status, TemplateInstance page) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "text/html;charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'")
                .end(page.render());
    }

    private static String resource(String name) {
        try (InputStream in = Pages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside " + Pages.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Without its variant nothing would be escaped.
    private record Markup(String text) implements TemplateLocation {
        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(HTML);
        }
    }
}
