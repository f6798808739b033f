package com.coworkpay.checks.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.coworkpay.checks.browser.Suite.Location;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A person at a browser of their own, who finds things by what can be read on them.
final class Visitor implements AutoCloseable {
    private static final double LIMIT_MS = 60_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(LIMIT_MS);
    }

    private final Suite suite;
    private final Language language;
    private final Eye eye;
    private final BrowserContext context;
    private final Strays strays;
    private final Page page;

    private Visitor(Suite suite, Language language, Eye eye, BrowserContext context, Strays strays, Page page) {
        this.suite = suite;
        this.language = language;
        this.eye = eye;
        this.context = context;
        this.strays = strays;
        this.page = page;
    }

    static Visitor of(Suite suite, Language language, Screen screen) {
        return of(suite, language, screen, new Inspection());
    }

    /// Whose browser runs no scripts.
    static Visitor withoutScripts(Suite suite, Language language, Screen screen) {
        return of(suite, language, screen, (_, _, _) -> List.of(), false);
    }

    static Visitor of(Suite suite, Language language, Screen screen, Eye eye) {
        return of(suite, language, screen, eye, true);
    }

    private static Visitor of(Suite suite, Language language, Screen screen, Eye eye, boolean runsScripts) {
        var context = Chromium.shared()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(runsScripts)
                        .setLocale(language.locale())
                        .setColorScheme(ColorScheme.LIGHT)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(screen.width(), screen.height()));
        context.setDefaultTimeout(LIMIT_MS);
        return new Visitor(suite, language, eye, context, Strays.of(context, suite.front()), context.newPage());
    }

    /// The same person in another tab.
    Visitor anotherTab() {
        return new Visitor(suite, language, eye, context, strays, context.newPage());
    }

    /// Pages that say "no" are part of what this visitor is here for; 0: connections that break.
    Visitor expecting(int... statuses) {
        strays.expect(statuses);
        return this;
    }

    Page page() {
        return page;
    }

    Language language() {
        return language;
    }

    /// What ends the visit: nothing stray was seen in any tab.
    @Override
    public void close() {
        try (context) {
            LastSeen.keep(context);
            strays.assertNone(context, page);
        }
    }

    // ---- where

    Visitor goTo(String address) {
        page.navigate(suite.front().resolve(address).toString());
        return this;
    }

    /// By the people that the local issuer shows; staff of these locations besides their usual ones.
    Visitor signInAs(String person, Location... locations) {
        goTo("/console").asksFor(locations).person(person).click();
        return isSignedIn();
    }

    /// A demo person has permissions at every location of the tests, but their token only at those it is asked for: the
    /// page has no choice for that, so what it would send is changed.
    Visitor asksFor(Location... locations) {
        String scopes = Stream.of(locations)
                .map(location -> " location:" + location.id())
                .collect(Collectors.joining());
        page.locator("input[name=scope]").evaluate("(field, scopes) => { field.value += scopes; }", scopes);
        return this;
    }

    Locator person(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Visitor isSignedIn() {
        assertThat(page).hasURL(Pattern.compile("^" + suite.front() + "/console.*"));
        return this;
    }

    /// Lets the eye look at what is there now.
    Visitor look(String state) {
        eye.look(page, language, state).forEach(strays::add);
        return this;
    }

    // ---- what is read

    String say(Words words, Object... values) {
        return words.in(language).formatted(values);
    }

    Visitor sees(Words words, Object... values) {
        return sees(say(words, values));
    }

    Visitor sees(String text) {
        assertThat(page.getByText(text)
                        .filter(new Locator.FilterOptions().setVisible(true))
                        .first())
                .isVisible();
        return this;
    }

    Visitor doesNotSee(Words words) {
        assertThat(page.getByText(say(words))).hasCount(0);
        return this;
    }

    Visitor seesHeading(String text) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text))
                        .first())
                .isVisible();
        return this;
    }

    Visitor seesHeading(Words words) {
        return seesHeading(say(words));
    }

    /// Reads the page again until the text is there: what travels by event takes a moment.
    Visitor seesInTheEnd(String text) {
        await().atMost(Suite.LIMIT).until(() -> {
            if (page.getByText(text)
                            .filter(new Locator.FilterOptions().setVisible(true))
                            .count()
                    > 0) {
                return true;
            }
            page.reload();
            return false;
        });
        return this;
    }

    // ---- what is pressed and typed

    Locator button(Words words, Object... values) {
        return page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(say(words, values)).setExact(true));
    }

    Visitor press(Words words, Object... values) {
        button(words, values).click();
        return this;
    }

    Locator link(Words words, Object... values) {
        return link(say(words, values));
    }

    /// In the page's own part: entries of the navigation may have the same name.
    Locator link(String text) {
        return page.getByRole(AriaRole.MAIN)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(text).setExact(true))
                .first();
    }

    Visitor follow(Words words, Object... values) {
        link(words, values).click();
        return this;
    }

    Visitor follow(String text) {
        link(text).click();
        return this;
    }

    /// The way to the refund's two steps; its name says that more is asked.
    Locator refundLink() {
        return link(say(Words.REFUND) + " …");
    }

    Visitor beginRefund() {
        refundLink().click();
        return this;
    }

    /// The way to the answer's two steps of a refund that waits for approval.
    Locator answerLink() {
        return link(say(Words.APPROVE_OR_DECLINE) + " …");
    }

    Visitor beginAnswer() {
        answerLink().click();
        return this;
    }

    /// An entry of the navigation.
    Visitor open(Words section) {
        page.getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(say(section)))
                .click();
        return this;
    }

    Locator field(Words label) {
        return page.getByLabel(say(label), new Page.GetByLabelOptions().setExact(true));
    }

    Visitor type(Words label, String text) {
        field(label).fill(text);
        return this;
    }

    Visitor choose(Words label) {
        page.getByLabel(say(label)).first().check();
        return this;
    }
}
