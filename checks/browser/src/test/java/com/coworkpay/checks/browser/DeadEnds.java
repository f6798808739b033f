package com.coworkpay.checks.browser;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// No link that leads nowhere and no button without effect: a button belongs to a form, or has a script's mark.
final class DeadEnds implements Eye {
    private static final String BUTTONS_WITHOUT_EFFECT = """
            () => [...document.querySelectorAll('button, [role=button]')]
              .filter(each => each.checkVisibility())
              .filter(each => !(each.form && each.type === 'submit'))
              .filter(each => !['copy', 'show', 'close', 'fillKey', 'print'].some(mark => mark in each.dataset))
              .map(each => each.outerHTML.slice(0, 120))""";

    private static final String LINKS = """
            () => [...document.querySelectorAll('a')]
              .filter(each => each.checkVisibility())
              .map(each => each.getAttribute('href')
                ? new URL(each.getAttribute('href'), location.href).href.replace(/#.*/, '')
                : 'nowhere: ' + each.outerHTML.slice(0, 120))""";

    private static final int REFUSED = 400;

    private static final Set<String> FOLLOWED = ConcurrentHashMap.newKeySet();

    @Override
    public List<String> look(Page page, Language language, String state) {
        var found = new ArrayList<String>();
        texts(page, BUTTONS_WITHOUT_EFFECT).forEach(button -> found.add("a button without effect: " + button));
        String own = page.url().replaceFirst("#.*", "");
        URI here = URI.create(own);
        APIRequestContext requests = Chromium.requestsOf(page.context());
        try {
            for (String link : texts(page, LINKS)) {
                if (link.startsWith("nowhere")) {
                    found.add("a link to " + link);
                } else if (here.getAuthority().equals(URI.create(link).getAuthority()) && !link.equals(own)) {
                    found.addAll(follow(requests, link));
                }
            }
        } finally {
            requests.dispose();
        }
        return found.stream()
                .map(each -> "%s (%s): %s".formatted(state, language.tag(), each))
                .toList();
    }

    /// As the same person, without leaving the page; a link that chooses a language changes nothing for that person.
    private static List<String> follow(APIRequestContext requests, String link) {
        if (!FOLLOWED.add(link)) {
            return List.of();
        }
        APIResponse answer = requests.get(link, RequestOptions.create().setMaxRedirects(0));
        try {
            return answer.status() < REFUSED ? List.of() : List.of(answer.status() + " behind the link " + link);
        } finally {
            answer.dispose();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Page page, String script) {
        return (List<String>) page.evaluate(script);
    }
}
