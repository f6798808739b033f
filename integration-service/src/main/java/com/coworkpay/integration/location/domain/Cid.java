package com.coworkpay.integration.location.domain;

import java.util.Set;
import java.util.regex.Pattern;

/// KakaoPay's id of a merchant contract: ten capital letters and digits.
public record Cid(String text) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{10}");

    /// The CIDs that KakaoPay publishes for trying things out: nothing is ever charged on them.
    private static final Set<String> TEST = Set.of("TC0ONETIME", "TCSUBSCRIP", "TCSEQUENCE");

    public Cid {
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException("a CID has ten capital letters and digits");
        }
    }

    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    /// Whether payments on it move money.
    public boolean isLive() {
        return !TEST.contains(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
