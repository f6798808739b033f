package com.coworkpay.payment.initiation.api;

import com.coworkpay.payment.domain.Policy;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The refund policy as the payer saw it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PolicyForm.NoRefund.class, name = "NO_REFUND"),
    @JsonSubTypes.Type(value = PolicyForm.WhileNew.class, name = "WHILE_NEW"),
    @JsonSubTypes.Type(value = PolicyForm.BeforeStart.class, name = "BEFORE_START"),
    @JsonSubTypes.Type(value = PolicyForm.Ladder.class, name = "LADDER")
})
@Schema(
        name = "PolicyForm",
        oneOf = {
            PolicyForm.NoRefund.class,
            PolicyForm.WhileNew.class,
            PolicyForm.BeforeStart.class,
            PolicyForm.Ladder.class
        },
        discriminatorProperty = "kind",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "NO_REFUND", schema = PolicyForm.NoRefund.class),
            @DiscriminatorMapping(value = "WHILE_NEW", schema = PolicyForm.WhileNew.class),
            @DiscriminatorMapping(value = "BEFORE_START", schema = PolicyForm.BeforeStart.class),
            @DiscriminatorMapping(value = "LADDER", schema = PolicyForm.Ladder.class)
        })
public sealed interface PolicyForm {

    /// [Policy#DEADLINES] as a pattern; a test holds the two together.
    String DEADLINE = "PT0S|PT15M|PT30M|PT1H|PT2H|PT4H|PT6H|PT12H|P1D|P2D|P1W|P2W|P4W";

    @Schema(name = "PolicyNoRefund")
    record NoRefund() implements PolicyForm {}

    @Schema(name = "PolicyWhileNew")
    record WhileNew() implements PolicyForm {}

    @Schema(name = "PolicyBeforeStart")
    record BeforeStart(@NotNull @Pattern(regexp = DEADLINE) String before) implements PolicyForm {}

    @Schema(name = "PolicyLadder")
    record Ladder(
            @NotNull @Size(min = 1, max = Policy.MOST_STEPS) List<@NotNull @Valid Step> steps) implements PolicyForm {}

    @Schema(name = "PolicyStep")
    record Step(
            @NotNull @Pattern(regexp = DEADLINE) String before,
            @NotNull @Min(1) @Max(100) Integer percent) {}
}
