package com.coworkpay.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console",
                "/console/gangnam/transactions?status=FAILED&search=%EA%B0%95",
                "/checkout/0199c300-7d4a-7c11-8a55-0242ac120002/c2lnbmF0dXJl"
            })
    void ownAddressesStay(String back) {
        assertThat(OwnAddress.of(back)).isEqualTo(back);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://evil.example/console",
                "//evil.example/console",
                "///evil.example/console",
                "/\\evil.example",
                "\\\\evil.example",
                "/console\\..\\..",
                "/console/../../evil",
                "/console/..//evil.example",
                "/console/./x",
                "console",
                "/consolex",
                "/v1/locations",
                "/portal",
                "javascript:alert(1)",
                "/console/%0d%0aSet-Cookie:x",
                "/console/\r\nX: y",
                "/console/%2e%2e/%2e%2e//evil.example",
                "/console/%2f%2fevil.example",
                " /console",
                "http:/console",
                "//console/x",
                "https:console",
                "/console/\u0000",
                ""
            })
    void allElseLeadsToTheStart(String back) {
        assertThat(OwnAddress.of(back)).isEqualTo("/console");
    }

    @Test
    void noneLeadsToTheStart() {
        assertThat(OwnAddress.of(null)).isEqualTo("/console");
    }
}
