package com.coworkpay.payment.returnurl;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.payment.domain.PublicStatus;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalRedirectTest {

    private static final List<URI> ORIGINS =
            List.of(URI.create("https://portal.example"), URI.create("http://localhost:3000"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://portal.example/done",
                "https://portal.example",
                "https://PORTAL.example:443/a?b=c",
                "http://localhost:3000/x"
            })
    void thePortalsOriginsAreTaken(String url) {
        assertThat(PortalRedirect.isAllowed(url, ORIGINS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/done",
                "https://portal.example.evil.example/",
                "https://portal.example@evil.example/",
                "https://user:pw@portal.example/",
                "https://portal.example:8443/",
                "http://portal.example/",
                "http://localhost:3001/",
                "//portal.example/done",
                "/done",
                "javascript:alert(1)",
                "https:portal.example",
                "https://portal.example/#pay",
                "https://portal.example\\@evil.example/",
                "https://portal.example/ x",
                "https://portal.example/\r\nSet-Cookie: a=b",
                "https://포털.example/",
                "ftp://portal.example/",
                ""
            })
    void whateverOnlyLooksLikeThePortalIsNot(String url) {
        assertThat(PortalRedirect.isAllowed(url, ORIGINS)).isFalse();
    }

    @Test
    void theResultIsMergedIntoTheQuery() {
        UUID id = UUID.fromString("01920000-0000-7000-8000-000000000001");
        String ours = "paymentId=" + id + "&status=SUCCEEDED";
        assertThat(to("https://portal.example", id)).isEqualTo("https://portal.example/?" + ours);
        assertThat(to("https://portal.example/d?a=1&b=%20", id))
                .isEqualTo("https://portal.example/d?a=1&b=%20&" + ours);
        assertThat(to("https://portal.example/d?status=PAID&a=1&paymentId=x&statusx=2", id))
                .isEqualTo("https://portal.example/d?a=1&statusx=2&" + ours);
    }

    private static String to(String url, UUID id) {
        return PortalRedirect.to(url, id, PublicStatus.SUCCEEDED).toString();
    }
}
