package com.coworkpay.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextTest {

    private static final String TEXT = "PRD0123456789ABCDEF0123456789ABCDEF01234";

    record Connection(String cid, SecretText key) {}

    @Test
    void isNeverPrinted() {
        var secret = SecretText.of(TEXT);
        assertThat(secret.toString()).isEqualTo("***");
        assertThat("" + secret).isEqualTo("***");
        assertThat("%s".formatted(secret)).isEqualTo("***");
        assertThat(new Connection("TC0ONETIME", secret).toString()).doesNotContain("PRD");
    }

    @Test
    void noMapperWritesIt() {
        var open = JsonMapper.builder()
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.ANY)
                .build();
        assertThatThrownBy(() -> open.writeValueAsString(new Connection("C", SecretText.of(TEXT))))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageNotContaining(TEXT);
        assertThatThrownBy(() -> open.writeValueAsString(SecretText.of(TEXT))).isInstanceOf(JsonMappingException.class);
        assertThatThrownBy(() -> open.convertValue(SecretText.of(TEXT), String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(TEXT);
    }

    @Test
    void javaDoesNotSerialiseIt() {
        assertThatThrownBy(() -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(SecretText.of(TEXT)))
                .isInstanceOf(NotSerializableException.class);
    }

    @Test
    void isReadFromJson() throws Exception {
        var read = JsonMapper.builder()
                .build()
                .readValue("{\"cid\":\"C\",\"key\":\"%s\"}".formatted(TEXT), Connection.class);
        assertThat(read.key().reveal()).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void isNotEmpty(String text) {
        assertThatThrownBy(() -> SecretText.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsFourCharactersOfALongOneOnly() {
        assertThat(SecretText.of(TEXT).lastFour()).isEqualTo("1234");
        assertThat(SecretText.of("abcdefghijkl").lastFour()).isEqualTo("ijkl");
        assertThat(SecretText.of("abcdefghijk").lastFour()).isEmpty();
    }

    @Test
    void isEqualByItsText() {
        assertThat(SecretText.of(TEXT)).isEqualTo(SecretText.of(TEXT)).hasSameHashCodeAs(SecretText.of(TEXT));
        assertThat(SecretText.of(TEXT)).isNotEqualTo(SecretText.of(TEXT + "x")).isNotEqualTo(TEXT);
    }
}
