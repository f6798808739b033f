package com.coworkpay.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
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
        assertThatThrownBy(() -> statement.bind(Parameters.with("b", 1))).hasMessageContaining("[a]");
        assertThatThrownBy(() -> statement.bind(Parameters.with("a", 1).and("b", 1)))
                .hasMessage("the statement takes [a], given: [a, b]");
        assertThatThrownBy(() -> NamedQuery.of("select :a, :b").bind(Parameters.with("a", 1)))
                .hasMessage("no value for :b");
    }

    enum Status {
        PAID
    }

    record Amounts(long totalKrw) {}

    record Tid(String value) {}

    record Payment(
            Status status,
            Instant approvedAt,
            Amounts amounts,
            @Nullable Tid tid,
            byte[] token,
            @Nullable String reason) {}

    @Test
    void aRecordGivesTheValuesThatAreNamed() {
        Instant approvedAt = Instant.parse("2030-01-09T00:00:00.123456Z");
        Payment payment = new Payment(Status.PAID, approvedAt, new Amounts(22_000), null, new byte[] {1}, null);

        Tuple bound = NamedQuery.of("select :status, :totalKrw, :approvedAt, :reason, :token, :id, :value")
                .bind(Parameters.of(payment).and("id", 7));

        assertThat(bound.getString(0)).isEqualTo("PAID");
        assertThat(bound.getLong(1)).isEqualTo(22_000);
        assertThat(bound.getOffsetDateTime(2)).isEqualTo("2030-01-09T00:00:00.123456Z");
        assertThat(bound.getValue(3)).isNull();
        assertThat(bound.getBuffer(4).getBytes()).containsExactly(1);
        assertThat(bound.getInteger(5)).isEqualTo(7);
        assertThat(bound.getValue(6)).isNull();
        assertThatThrownBy(() -> NamedQuery.of("select :vatKrw").bind(Parameters.of(payment)))
                .hasMessage("no value for :vatKrw");
    }
}
