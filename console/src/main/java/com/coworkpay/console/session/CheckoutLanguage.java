package com.coworkpay.console.session;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// A payer's language, at the checkout's door.
@Path("/checkout/language")
@PermitAll
public class CheckoutLanguage {

    private final Preferences preferences;

    CheckoutLanguage(Preferences preferences) {
        this.preferences = preferences;
    }

    @POST
    public Response language(
            @FormParam("language") @Nullable String language, @FormParam("back") @Nullable String back) {
        return preferences.chosen(Visit.LANGUAGE_COOKIE, language, back);
    }
}
