package com.coworkpay.console.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/// The guides of `docs/guide`, as pages: the build copies them here.
final class Guide {

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();

    private Guide() {}

    /// Links between the guides lead to their pages; the language is chosen above.
    static String html(String name, String language) {
        String markdown = new String(read(name + "." + language + ".md"), StandardCharsets.UTF_8);
        return HTML.render(
                PARSER.parse(markdown.replaceAll("\\[(?:한국어|English)]\\([a-z]+\\.(?:ko|en)\\.md\\)(?: · )?", "")
                        .replaceAll("\\((administrator|analyst)\\.(?:ko|en)\\.md", "($1")));
    }

    /// Null: there is no such picture.
    static byte @Nullable [] picture(String name) {
        try (InputStream in = open("pictures/" + name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String file) {
        try (InputStream in = open(file)) {
            if (in == null) {
                throw new IllegalStateException("missing in the build: guide " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable InputStream open(String file) {
        return Guide.class.getClassLoader().getResourceAsStream("guide/" + file);
    }
}
