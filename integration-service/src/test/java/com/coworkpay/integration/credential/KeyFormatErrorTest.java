package com.coworkpay.integration.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.integration.credential.domain.KeyFormatError;
import com.coworkpay.platform.secret.SecretText;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class KeyFormatErrorTest {

    @Property
    void one_visible_word_is_a_key(
            @ForAll @StringLength(min = 12, max = 128) @CharRange(from = '0', to = '9') @CharRange(from = 'A', to = 'Z')
                    String text) {
        assertThat(KeyFormatError.of(SecretText.of(text))).isEmpty();
    }

    @Property
    void a_word_with_anything_in_between_is_none(
            @ForAll @StringLength(min = 12, max = 40) @CharRange(from = 'A', to = 'Z') String text,
            @ForAll @CharRange(from = 0, to = ' ') char gap) {
        assertThat(KeyFormatError.of(SecretText.of(text + gap + text))).isNotEmpty();
    }

    @Example
    void lengths_are_bounded() {
        assertThat(KeyFormatError.of(SecretText.of("A".repeat(11)))).contains(KeyFormatError.MALFORMED);
        assertThat(KeyFormatError.of(SecretText.of("A".repeat(129)))).contains(KeyFormatError.MALFORMED);
    }

    @Example
    void a_key_that_begins_like_a_prefix_is_still_a_key() {
        assertThat(KeyFormatError.of(SecretText.of("SECRET_KEY0123456789"))).isEmpty();
        assertThat(KeyFormatError.of(SecretText.of("secret_key 0123456789"))).contains(KeyFormatError.HAS_PREFIX);
    }
}
