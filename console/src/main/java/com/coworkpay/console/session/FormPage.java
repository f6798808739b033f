package com.coworkpay.console.session;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The page on which a form is, by the address to which the form is sent.
final class FormPage {

    private static final String START = "/console";

    private static final Pattern PAGE_OF_A_FORM = Pattern.compile("/checkout/[^/]+/[^/]+"
            + "|/console/dead-letters/[^/]+/[^/]+"
            + "|/console/[^/]+/(?:kakaopay/disconnect"
            + "|transactions/columns"
            + "|transactions/[^/]+/refunds/[^/]+/(?:approval|withdrawal|resolution(?:/approval|/withdrawal)?)"
            + "|transactions/[^/]+/refund|transactions/[^/]+|[^/]+)");

    /// Where the chosen columns are sent: on the list itself.
    private static final String COLUMNS = "/columns";

    private FormPage() {}

    static String of(String sentTo) {
        Matcher page = PAGE_OF_A_FORM.matcher(sentTo);
        if (!page.lookingAt()) {
            return START;
        }
        String found = page.group();
        return found.endsWith(COLUMNS) ? found.substring(0, found.length() - COLUMNS.length()) : found;
    }
}
