package com.coworkpay.integration.settings.api;

import com.coworkpay.integration.settings.domain.PayableType;
import com.coworkpay.integration.settings.domain.SwitchChange;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The switches to set; what is left out stays as it is.
@Schema(name = "SettingsChange")
public record SettingsBody(
        @Nullable Map<PayableType, Boolean> payables,
        @Nullable Boolean automaticRefunds) {

    SwitchChange toChange() {
        Map<PayableType, Boolean> set = payables == null ? Map.of() : payables;
        set.forEach((type, on) -> {
            if (on == null) {
                throw ProblemException.of(CommonProblem.INVALID_REQUEST).field("payables." + type);
            }
        });
        return new SwitchChange(set, Optional.ofNullable(automaticRefunds));
    }
}
