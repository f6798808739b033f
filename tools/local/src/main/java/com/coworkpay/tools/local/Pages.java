package com.coworkpay.tools.local;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The local stack's few pages: templates that stand as `*.html` in the resources. They escape what they are given.
public final class Pages {
    private static final Variant HTML = Variant.forContentType(Variant.TEXT_HTML);
    private static final RawString STYLE = new RawString(resource("page.css"));
    private static final Engine TEMPLATES = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(HTML.getContentType())))
            .addLocator(name -> Optional.of(new Markup(resource(name + ".html"))))
            .build();

    private Pages() {}

    /// @param template its path below this package, as `issuer/sign-in`
    public static String render(String template, Map<String, ?> data) {
        var page = TEMPLATES.getTemplate(template).data("style", STYLE);
        data.forEach(page::data);
        return page.render();
    }

    /// @param name its path below this package, as `portal/page.css`
    public static String resource(String name) {
        try (InputStream in = Pages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing below " + Pages.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
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
