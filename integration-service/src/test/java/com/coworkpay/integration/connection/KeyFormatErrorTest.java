package com.coworkpay.integration.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.secret.SecretText;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class KeyFormatErrorTest {

    @Property
    void oneVisibleWordIsAKey(
            @ForAll @StringLength(min = 12, max = 128) @CharRange(from = '0', to = '9') @CharRange(from = 'A', to = 'Z')
                    String text) {
        assertThat(KeyFormatError.of(SecretText.of(text))).isEmpty();
    }

    @Property
    void aWordWithAnythingInBetweenIsNone(
            @ForAll @StringLength(min = 12, max = 40) @CharRange(from = 'A', to = 'Z') String text,
            @ForAll @CharRange(from = 0, to = ' ') char gap) {
        assertThat(KeyFormatError.of(SecretText.of(text + gap + text))).isNotEmpty();
    }

    @Example
    void lengthsAreBounded() {
        assertThat(KeyFormatError.of(SecretText.of("A".repeat(11)))).contains(KeyFormatError.MALFORMED);
        assertThat(KeyFormatError.of(SecretText.of("A".repeat(129)))).contains(KeyFormatError.MALFORMED);
    }

    @Example
    void aKeyThatBeginsLikeAPrefixIsStillAKey() {
        assertThat(KeyFormatError.of(SecretText.of("SECRET_KEY0123456789"))).isEmpty();
        assertThat(KeyFormatError.of(SecretText.of("secret_key 0123456789"))).contains(KeyFormatError.HAS_PREFIX);
    }
}
