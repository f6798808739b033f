package com.coworkpay.kakaopay.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The small rules by themselves.
class RulesTest {

    @ParameterizedTest
    @DisplayName("VAT default: round((total − tax-free) / 11), half up; 2200 → 200 and 4500 → 409 are KakaoPay's own")
    @CsvSource({
        "2200,0,200",
        "4500,0,409",
        "1100000,0,100000",
        "10,0,1",
        "5,0,0",
        "6,0,1",
        "16,0,1",
        "17,0,2",
        "11000,5500,500",
        "1,0,0",
        "0,0,0",
        "100,100,0"
    })
    void vat(long totalKrw, long taxFreeKrw, long vatKrw) {
        assertThat(Amounts.defaultVatKrw(totalKrw, taxFreeKrw)).isEqualTo(vatKrw);
    }

    @Test
    @DisplayName("amounts that do not add up cannot be made")
    void amounts() {
        assertThatThrownBy(() -> new Amounts(100, 60, 41)).hasMessageContaining("does not add up");
        assertThatThrownBy(() -> new Amounts(100, -1, 0)).hasMessageContaining("does not add up");
    }

    @ParameterizedTest
    @DisplayName("a site domain is scheme, host and port; *. stands for one label or more")
    @CsvSource({
        "http://localhost:8080,http://localhost:8080/x?y#z,true",
        "http://localhost:8080,http://LOCALHOST:8080/x,true",
        "http://localhost:8080,https://localhost:8080/x,false",
        "http://localhost:8080,http://localhost:8081/x,false",
        "http://localhost:8080,http://localhost/x,false",
        "https://example.com,https://example.com:443/x,true",
        "http://example.com:80,http://example.com/x,true",
        "https://example.com,https://example.com.evil.test/x,false",
        "https://example.com,https://evil.test/https://example.com,false",
        "https://example.com,https://example.com@evil.test/x,false",
        "https://*.example.com,https://a.example.com/x,true",
        "https://*.example.com,https://a.b.example.com/x,true",
        "https://*.example.com,https://example.com/x,false",
        "https://*.example.com,https://.example.com/x,false",
        "https://*.example.com,https://aexample.com/x,false",
        "https://*.example.com,http://a.example.com/x,false",
        "https://*.example.com:8443,https://a.example.com:8443/x,true",
        "https://*.example.com:8443,https://a.example.com/x,false"
    })
    void domains(String registered, String url, boolean inside) {
        URI parsed = URI.create(url);
        boolean found = parsed.getHost() != null && Domains.contain(List.of(registered), parsed);
        assertThat(found).isEqualTo(inside);
    }

    @Test
    @DisplayName("Korean wall-clock time, no offset, no fraction; the quota's day turns at 00:00 there")
    void koreanTime() {
        Instant at = Instant.parse("2026-11-22T14:59:59.999Z");
        assertThat(KoreanTime.text(at)).isEqualTo("2026-11-22T23:59:59");
        assertThat(KoreanTime.day(at.plusMillis(1))).hasToString("2026-11-23");
    }

    @Test
    @DisplayName("ids have the shapes of the real ones and do not repeat")
    void ids() {
        assertThat(Ids.tid()).matches("T[0-9a-f]{19}").isNotEqualTo(Ids.tid());
        assertThat(Ids.aid()).matches("A[0-9a-f]{19}");
        assertThat(Ids.pgToken()).matches("[0-9a-f]{20}");
        assertThat(Ids.pageKey()).matches("[0-9a-f]{64}");
    }
}
