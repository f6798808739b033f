package com.coworkpay.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jsoup.parser.Parser;

/// An answer of the console. Every page of HTML is held to the rules that all pages share.
public final class Page {

    private final HttpResponse<byte[]> answer;
    private final String text;
    private final Document html;
    private final List<String> faults;

    Page(HttpResponse<byte[]> answer) {
        this.answer = answer;
        this.text = new String(answer.body(), StandardCharsets.UTF_8);
        Parser parser = Parser.htmlParser().setTrackErrors(20);
        boolean isHtml = header("Content-Type").startsWith("text/html");
        this.html = isHtml ? Jsoup.parse(text, parser) : Document.createShell("");
        this.faults = isHtml && answer.uri().toString().startsWith(Browser.console())
                ? PageRules.faults(
                        html,
                        text,
                        parser.getErrors().stream().map(Object::toString).toList())
                : List.of();
    }

    /// A page that is whole: this status, and nothing wrong with it.
    public Page shows(int status) {
        assertThat(answer.statusCode()).as(answer.uri() + " " + main()).isEqualTo(status);
        assertThat(faults).as(answer.uri().toString()).isEmpty();
        return this;
    }

    /// It leads on, to that address.
    public Page leadsTo(String address) {
        assertThat(answer.statusCode()).as(main()).isEqualTo(303);
        assertThat(location()).isEqualTo(Browser.console() + address);
        return this;
    }

    public int status() {
        return answer.statusCode();
    }

    public String path() {
        return answer.uri().getRawPath();
    }

    /// Empty if there is none.
    public String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    public List<String> headers(String name) {
        return answer.headers().allValues(name);
    }

    public String location() {
        return header("Location");
    }

    public byte[] bytes() {
        return answer.body();
    }

    /// As it was sent.
    public String source() {
        return text;
    }

    public Document html() {
        return html;
    }

    /// What a person reads.
    public String main() {
        Element main = html.selectFirst("main");
        return main == null ? html.text() : main.text();
    }

    public String title() {
        return html.title();
    }

    public List<String> texts(String selector) {
        return html.select(selector).eachText();
    }

    public Element one(String selector) {
        assertThat(html.select(selector)).as(selector + " in " + main()).hasSize(1);
        return html.expectFirst(selector);
    }

    /// The form that is sent there.
    public FormElement form(String action) {
        return (FormElement) one("form[action=" + action + "]");
    }

    public String value(String form, String field) {
        return form(form).expectFirst("[name=" + field + "]").val();
    }

    public Set<String> links() {
        return new HashSet<>(html.select("a[href]").eachAttr("href"));
    }
}
