package com.coworkpay.checks.docs.links;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// The little of Markdown that links need.
final class Markdown {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final Pattern ELSEWHERE = Pattern.compile("^[a-z]+:.*");

    private Markdown() {}

    /// To files of this repository, as they are written.
    static List<String> links(String page) {
        List<String> links = new ArrayList<>();
        PARSER.parse(page).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(link.getDestination());
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                links.add(image.getDestination());
                visitChildren(image);
            }
        });
        links.removeIf(link -> ELSEWHERE.matcher(link).matches());
        return links;
    }

    /// What headings are called in links, by the rule of the usual hosts: lower case, no punctuation, hyphens for
    /// blanks, a number at those that come again.
    static Set<String> anchors(String page) {
        Set<String> anchors = new HashSet<>();
        IdGenerator names = IdGenerator.builder().build();
        PARSER.parse(page).accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                anchors.add(names.generateId(text(heading)));
            }
        });
        return anchors;
    }

    private static String text(Heading heading) {
        StringBuilder text = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading itself) {
                visitChildren(itself);
            }

            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString();
    }
}
