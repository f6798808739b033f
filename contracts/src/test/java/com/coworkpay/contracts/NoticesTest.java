package com.coworkpay.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.ContractSchema;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the booking system receives fits the schemas, with all members and no other.
class NoticesTest {
    private static final RefundStateV1.Payable PAYABLE = new RefundStateV1.Payable("BOOKING", "b-1");
    private static final Instant AT = Instant.parse("2030-01-09T00:00:00.123456789Z");

    static List<Object[]> notices() {
        return List.of(
                new Object[] {"booking-notice.v1.json", payment("EXPIRED")},
                new Object[] {"booking-notice.v1.json", payment(null)},
                new Object[] {"refund-notice.v1.json", refund(UUID.randomUUID(), "ADMINISTRATOR", null)},
                new Object[] {
                    "refund-notice.v1.json", refund(null, null, new RefundNoticeV1.Explanation("늦음", "too late"))
                });
    }

    @ParameterizedTest
    @MethodSource("notices")
    void noticesFitTheirSchemas(String schema, Record notice) {
        JsonNode written = ContractSchema.read(EventJson.write(notice));
        assertThat(ContractSchema.of(schema).allows(written))
                .as(written.toString())
                .isTrue();
        assertThat(written.path("occurredAt").asText()).isEqualTo("2030-01-09T00:00:00.123Z");
    }

    private static PaymentNoticeV1 payment(@Nullable String reason) {
        return new PaymentNoticeV1(UUID.randomUUID(), 3, "gangnam", PAYABLE, "CANCELED", reason, 22_000, false, AT);
    }

    private static RefundNoticeV1 refund(
            @Nullable UUID refundId, @Nullable String origin, RefundNoticeV1.@Nullable Explanation explanation) {
        return new RefundNoticeV1(
                UUID.randomUUID(),
                2,
                "gangnam",
                PAYABLE,
                explanation == null ? "REFUNDED" : "REFUND_DECLINED",
                explanation == null ? "OTHER" : "TOO_LATE",
                refundId,
                "c-1",
                0,
                0,
                22_000,
                true,
                explanation,
                origin,
                AT);
    }
}
