package com.coworkpay.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NamedQueryTest {

    @Test
    void namesBecomeCountedParametersAndCastsStay() {
        NamedQuery statement = NamedQuery.of("select :a::text, :b, :a where x::int = :c");
        assertThat(statement).hasToString("select $1::text, $2, $1 where x::int = $3");
    }

    @Test
    void valuesAreBoundByNameWhateverTheirOrder() {
        Tuple bound = NamedQuery.of("select :a, :b, :c")
                .bind(Parameters.with("c", Duration.ofMillis(1500)).and("a", 1).and("b", (Object) null));
        assertThat(bound.deepToString()).isEqualTo("[1,null,1.5]");
    }

    @Test
    void aValueTooFewOrTooManyIsRefused() {
        NamedQuery statement = NamedQuery.of("select :a");
        assertThatThrownBy(() -> statement.bind(Parameters.with("b", 1))).hasMessageContaining(":a");
        assertThatThrownBy(() -> statement.bind(Parameters.with("a", 1).and("b", 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
