package com.coworkpay.integration.settings.api;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.integration.IntegrationProblem;
import com.coworkpay.integration.settings.domain.SwitchChange;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The switches to set; what is left out stays as it is. The names of the kinds are read here, not by Jackson, so
/// that a wrong one is named with its place.
@Schema(name = "SettingsRequest")
public record SettingsRequest(
        @Schema(
                description = "Any of BOOKING, EVENT_TICKET, SHOP_ORDER, CREDIT_PACKAGE, INVOICE",
                additionalProperties = Boolean.class)
        @Nullable
        Map<String, Boolean> payables,

        @Nullable Boolean automaticRefunds) {

    private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z0-9_]{1,64}");

    SwitchChange toChange() {
        var set = new EnumMap<PayableType, Boolean>(PayableType.class);
        if (payables != null) {
            payables.forEach((name, on) -> set.put(type(name), value(name, on)));
        }
        return new SwitchChange(set, Optional.ofNullable(automaticRefunds));
    }

    private static PayableType type(String name) {
        return PayableType.find(name).orElseThrow(() -> ProblemException.of(IntegrationProblem.UNKNOWN_PAYABLE_TYPE)
                .field(path(name)));
    }

    private static Boolean value(String name, @Nullable Boolean on) {
        if (on == null) {
            throw ProblemException.of(CommonProblem.INVALID_REQUEST).field(path(name));
        }
        return on;
    }

    /// What a caller made up is shown only while it looks like a name.
    private static String path(String name) {
        return SAFE_NAME.matcher(name).matches() ? "payables." + name : "payables";
    }
}
