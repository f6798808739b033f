package com.coworkpay.tools.local.portal;

import com.coworkpay.tools.local.Pages;
import com.coworkpay.tools.local.ReadyMadeLocations;
import io.netty.handler.codec.http.QueryStringEncoder;
import io.quarkus.qute.RawString;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request for a page: who looks, at which location, in which language; and how a page is answered.
final class Screen {
    static final ZoneId ZONE = ZoneId.of(ReadyMadeLocations.TIMEZONE);
    static final String MEMBER_COOKIE = "portal-member";

    private static final RawString CSS = new RawString(Pages.resource("portal/page.css"));
    private static final Map<String, Said> PLACES =
            Map.of("gangnam", new Said("강남점", "CoworkPay Gangnam"), "hongdae", new Said("홍대점", "CoworkPay Hongdae"));

    private final RoutingContext context;
    private final Language language;
    private final String location;

    Screen(RoutingContext context) {
        this.context = context;
        this.language = Language.of(context);
        String asked = context.request().getParam("location");
        this.location = ReadyMadeLocations.TITLES.containsKey(String.valueOf(asked))
                ? String.valueOf(asked)
                : ReadyMadeLocations.TITLES.keySet().iterator().next();
    }

    Language language() {
        return language;
    }

    String location() {
        return location;
    }

    Member member() {
        var cookie = context.request().getCookie(MEMBER_COOKIE);
        return Member.of(cookie == null ? null : cookie.getValue());
    }

    HttpServerRequest request() {
        return context.request();
    }

    /// Of the form that was sent; empty where it was not.
    String field(String name) {
        String value = context.request().getFormAttribute(name);
        return value == null ? "" : value.strip();
    }

    String path(String name) {
        return context.pathParam(name);
    }

    void redirect(String address) {
        context.response().setStatusCode(303).putHeader("location", address).end();
    }

    void redirect(URI address) {
        redirect(address.toString());
    }

    /// @param moving whether the page brings itself up to date
    void show(int status, String template, String title, boolean moving, Map<String, ?> data) {
        var all = new HashMap<String, Object>();
        all.put("css", CSS);
        all.put("language", language);
        all.put("say", Texts.all(language));
        all.put("title", title);
        all.put("moving", moving);
        all.put("alert", "");
        all.put("location", location);
        all.put("here", here());
        all.put("otherLanguage", in(language.other()));
        all.putAll(data);
        context.response()
                .setStatusCode(status)
                .putHeader("content-type", "text/html; charset=utf-8")
                .putHeader("content-language", language.code())
                .end(Pages.render("portal/" + template, all));
    }

    /// This page's address; of a page that answers a form, the one that the form was on is not known: the start.
    private String here() {
        return context.request().method() == io.vertx.core.http.HttpMethod.GET
                ? context.request().path() + "?location=" + location
                : "/portal?location=" + location;
    }

    private String in(Language other) {
        var address = new QueryStringEncoder(
                context.request().method() == io.vertx.core.http.HttpMethod.GET
                        ? context.request().path()
                        : "/portal");
        address.addParam("lang", other.code());
        address.addParam("location", location);
        return address.toString();
    }

    /// What is public in these is called by the templates.
    record Choice(String id, String words, boolean chosen) {}

    record Link(String address, String words, boolean here) {}

    List<Choice> places() {
        return ReadyMadeLocations.TITLES.keySet().stream()
                .map(id -> new Choice(id, place(id, language), id.equals(location)))
                .toList();
    }

    static String place(String location, Language language) {
        return PLACES.getOrDefault(location, new Said(location, location)).in(language);
    }

    List<Choice> people() {
        return Arrays.stream(Member.values())
                .map(person -> new Choice(person.id(), person.words().in(language), person == member()))
                .toList();
    }

    List<Link> menu() {
        return List.of(
                link("/portal", Texts.SHOP),
                link("/portal/bookings", Texts.MY_BOOKINGS),
                link("/portal/host", Texts.HOST));
    }

    private Link link(String address, Texts words) {
        String path = context.request().path();
        return new Link(
                address + "?location=" + location,
                words.in(language),
                path.equals(address) || (!address.equals("/portal") && path.startsWith(address + "/")));
    }

    /// A page of the portal itself, from where a form may lead back; anything else leads to its start.
    static String ownAddress(@Nullable String address) {
        return address != null && address.matches("/portal(/[a-z0-9/-]*)?(\\?location=[a-z]+)?") ? address : "/portal";
    }
}
