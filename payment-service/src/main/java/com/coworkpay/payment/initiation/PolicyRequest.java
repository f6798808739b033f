package com.coworkpay.payment.initiation;

import com.coworkpay.contracts.RefundDeadline;
import com.coworkpay.contracts.RefundPolicy;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The refund policy as shown to the payer.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PolicyRequest.NoRefund.class, name = "NO_REFUND"),
    @JsonSubTypes.Type(value = PolicyRequest.UntilProcessed.class, name = "UNTIL_PROCESSED"),
    @JsonSubTypes.Type(value = PolicyRequest.BeforeStart.class, name = "BEFORE_START"),
    @JsonSubTypes.Type(value = PolicyRequest.Tiered.class, name = "TIERED")
})
@Schema(
        name = "PolicyRequest",
        oneOf = {
            PolicyRequest.NoRefund.class,
            PolicyRequest.UntilProcessed.class,
            PolicyRequest.BeforeStart.class,
            PolicyRequest.Tiered.class
        },
        discriminatorProperty = "kind",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "NO_REFUND", schema = PolicyRequest.NoRefund.class),
            @DiscriminatorMapping(value = "UNTIL_PROCESSED", schema = PolicyRequest.UntilProcessed.class),
            @DiscriminatorMapping(value = "BEFORE_START", schema = PolicyRequest.BeforeStart.class),
            @DiscriminatorMapping(value = "TIERED", schema = PolicyRequest.Tiered.class)
        })
public sealed interface PolicyRequest {

    /// Empty for one that may be fine member by member and still is none: two tiers with one deadline.
    default Optional<RefundPolicy> read() {
        try {
            return Optional.of(
                    switch (this) {
                        case NoRefund _ -> new RefundPolicy.NoRefund();
                        case UntilProcessed _ -> new RefundPolicy.UntilProcessed();
                        case BeforeStart(RefundDeadline before) -> new RefundPolicy.BeforeStart(before);
                        case Tiered(List<PolicyTier> tiers) ->
                            new RefundPolicy.Tiered(tiers.stream()
                                    .map(tier -> new RefundPolicy.Tier(tier.before(), tier.percent()))
                                    .toList());
                    });
        } catch (IllegalArgumentException | NullPointerException notValid) {
            return Optional.empty();
        }
    }

    @Schema(name = "PolicyNoRefund")
    record NoRefund() implements PolicyRequest {}

    @Schema(name = "PolicyUntilProcessed")
    record UntilProcessed() implements PolicyRequest {}

    @Schema(name = "PolicyBeforeStart")
    record BeforeStart(@NotNull RefundDeadline before) implements PolicyRequest {}

    @Schema(name = "PolicyTiered")
    record Tiered(
            @NotNull @Size(min = 1, max = RefundPolicy.MAX_TIERS)
            List<@NotNull @Valid PolicyTier> tiers) implements PolicyRequest {}
}
