package com.coworkpay.console.session;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What a person chooses for this browser, each in a cookie.
@Path("/console")
@PermitAll
public class Preferences {

    private final Cookies cookies;

    Preferences(Cookies cookies) {
        this.cookies = cookies;
    }

    @POST
    @Path("language")
    public Response language(
            @FormParam("language") @Nullable String language, @FormParam("back") @Nullable String back) {
        return chosen(Visit.LANGUAGE_COOKIE, language, back);
    }

    @POST
    @Path("theme")
    public Response theme(@FormParam("theme") @Nullable String theme, @FormParam("back") @Nullable String back) {
        return chosen(Visit.THEME_COOKIE, theme, back);
    }

    Response chosen(String name, @Nullable String value, @Nullable String back) {
        if (value == null || !value.matches("[a-z]{2,6}")) {
            return Response.status(400).build();
        }
        return Response.seeOther(URI.create(OwnAddress.of(back)))
                .cookie(cookies.kept(name, value))
                .build();
    }
}
