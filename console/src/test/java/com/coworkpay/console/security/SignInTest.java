package com.coworkpay.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.support.Browser;
import com.coworkpay.console.support.ConsoleTest;
import com.coworkpay.console.support.Page;
import com.coworkpay.console.support.PageTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ConsoleTest
class SignInTest extends PageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console",
                "/console/locations",
                "/console/gangnam/transactions?status=FAILED",
                "/console/gangnam/kakaopay",
                "/console/help"
            })
    void whoIsNotSignedInIsLedToTheIssuer(String path) {
        Page answer = Browser.anew().getOnce(path);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location())
                .contains(
                        "/authorize?",
                        "response_type=code",
                        "code_challenge_method=S256",
                        "nonce=",
                        "client_id=console",
                        "scope=openid")
                .doesNotContain("client_secret");
        assertThat(services.heard("getTransactions")).isEmpty();
    }

    @Test
    void afterSigningInItIsThePageThatWasAskedFor() {
        Page page = Browser.anew()
                .get(AT + "/transactions?status=FAILED&search=%EA%B0%95")
                .shows(200);
        assertThat(page.path()).isEqualTo(AT + "/transactions");
        assertThat(page.one("[name=search]").val()).isEqualTo("강");
    }

    /// The person's own token goes on, and to nobody but the services.
    @Test
    void theServicesGetThePersonsToken() {
        browser.get(AT + "/kakaopay").shows(200);
        assertThat(services.heard("getKakaoPayConnection"))
                .allMatch(each -> each.header("authorization").startsWith("Bearer ey"));
        assertThat(browser.get(AT + "/kakaopay").source()).doesNotContain("Bearer", "eyJ");
    }

    /// A part of a page is never replaced by the issuer's page.
    @Test
    void aPartForSomebodySignedOutIsNoRedirect() {
        Page answer = Browser.anew().with("HX-Request", "true").getOnce(AT + "/transactions/" + PAYMENT);
        assertThat(answer.status()).isEqualTo(499);
    }

    /// The address of a form is no page: after signing in the person is on the page with the form, and is told.
    @ParameterizedTest
    @CsvSource({
        "/transactions/0199c300-7d4a-7c11-8a55-0242ac120002/refund/confirm, /transactions/0199c300-7d4a-7c11-8a55-0242ac120002/refund",
        "/transactions/columns, /transactions",
        "/kakaopay/settings, /kakaopay",
        "/kakaopay/check, /kakaopay",
        "/review/payments/0199c300-7d4a-7c11-8a55-0242ac120002/inquiry, /review",
        "/transactions/0199c300-7d4a-7c11-8a55-0242ac120002/refunds/0199c301-1111-7c11-8a55-0242ac120003/resolution, /transactions/0199c300-7d4a-7c11-8a55-0242ac120002/refunds/0199c301-1111-7c11-8a55-0242ac120003/resolution"
    })
    void aFormAfterTheSessionHadEndedLeadsToItsPage(String form, String page) {
        Browser ended = Browser.anew();
        Page answer = ended.post(AT + form, Map.of("reason", "OTHER"));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo(AT + page + "?notSent=true");
        assertThat(answer.headers("Set-Cookie")).as("no sign-in begun in vain").isEmpty();
        Page after = ended.follow(answer).shows(200);
        assertThat(after.path()).isEqualTo(AT + page);
        assertThat(after.texts("[role=status]")).anyMatch(text -> text.contains("아무것도 보내지 않았습니다"));
        assertThat(ended.get(AT + page).shows(200).main()).doesNotContain("아무것도 보내지 않았습니다");
    }

    @Test
    void whoSignsOutAfterTheSessionHadEndedIsSignedOut() {
        Browser ended = Browser.anew();
        Page answer = ended.post("/console/sign-out", Map.of());
        assertThat(answer.location()).isEqualTo("/console/signed-out");
        assertThat(ended.follow(answer).shows(200).main()).contains("로그아웃");
    }

    @ParameterizedTest
    @ValueSource(strings = {"q_session", "q_session_chunk_1", "q_session_at", "q_session_rt"})
    void aBrokenSessionSignsInAnew(String cookie) {
        Browser broken = Browser.anew().cookie(cookie, "broken.broken.broken.broken.broken");
        Page page = broken.get(AT + "/overview").shows(200);
        assertThat(page.main()).contains("개요");
    }

    @Test
    void aForgedCallbackSignsNobodyIn() {
        for (String query : new String[] {"?code=x&state=y", "?error=access_denied&state=y", "?code=x", ""}) {
            Browser forged = Browser.anew();
            Page answer = forged.getOnce("/console/signed-in" + query);
            assertThat(answer.status()).as(query).isIn(302, 400, 401, 403, 404);
            assertThat(forged.cookies().keySet()).as(query).noneMatch(name -> name.startsWith("q_session"));
        }
    }

    @Test
    void signingOutEndsHereAndAtTheIssuer() {
        Page page = browser.get(AT + "/overview").shows(200);
        Page out = browser.submit(page.form("/console/sign-out"), Map.of());
        assertThat(out.status()).isIn(302, 303);
        assertThat(out.location())
                .contains("/end-session")
                .contains("id_token_hint=")
                .contains("post_logout_redirect_uri=");
        assertThat(browser.cookies().keySet()).noneMatch(name -> name.startsWith("q_session"));
        Page signedOut = browser.follow(out).shows(200);
        assertThat(signedOut.path()).isEqualTo("/console/signed-out");
        assertThat(signedOut.main()).contains("로그아웃");
        assertThat(browser.getOnce(AT + "/overview").status()).isEqualTo(302);
    }

    @Test
    void ninetyLocationsFit() {
        Browser many = Browser.anew().as("minji", "김민지", 90);
        many.get(AT + "/overview").shows(200);
        many.get(AT + "/transactions").shows(200);
    }

    /// Beyond the bound it is said; nobody signs in for ever.
    @ParameterizedTest
    @ValueSource(ints = {120, 250, 400, 800})
    void tooManyLocationsAreNoLoop(int locations) {
        Browser many = Browser.anew().as("minji", "김민지", locations);
        Page answer = many.get(AT + "/overview");
        assertThat(answer.status()).isIn(200, 431);
    }
}
