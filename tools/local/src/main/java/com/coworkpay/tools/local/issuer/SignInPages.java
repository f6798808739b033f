package com.coworkpay.tools.local.issuer;

import com.coworkpay.tools.local.Html;
import io.vertx.core.MultiMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The pages where one picks who to be. There are no passwords: these people exist on this machine only.
final class SignInPages {
    private SignInPages() {}

    static String pick(String action, MultiMap carried) {
        String hidden = carried.entries().stream()
                .filter(field -> !field.getKey().equals("person"))
                .map(SignInPages::hiddenField)
                .collect(Collectors.joining());
        String people = Directory.people().stream().map(SignInPages::button).collect(Collectors.joining());
        return Html.page("Sign in", """
                <h1>Who do you want to be?</h1>
                <p>The local stack has three ready-made people and no passwords.</p>
                <form method="post" action="%s">%s%s</form>
                """.formatted(action, hidden, people));
    }

    static String token(Directory.Person person, String accessToken) {
        return Html.page("Signed in", """
                <h1>You are %s</h1>
                <p>This access token is valid for the working day. Send it as <code>Authorization: Bearer …</code>.</p>
                <textarea readonly aria-label="Access token">%s</textarea>
                <p><a href="/sign-in">Be somebody else</a></p>
                """.formatted(Html.escape(person.name()), accessToken));
    }

    static String refused(String sentence) {
        return Html.page("Cannot sign in", "<h1>Cannot sign in</h1><p>%s</p>".formatted(Html.escape(sentence)));
    }

    private static String hiddenField(Map.Entry<String, String> field) {
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                .formatted(Html.escape(field.getKey()), Html.escape(field.getValue()));
    }

    private static String button(Directory.Person person) {
        return "<button name=\"person\" value=\"%s\">%s<small>%s</small></button>"
                .formatted(person.id(), Html.escape(person.name()), Html.escape(person.role()));
    }
}
