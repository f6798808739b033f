package com.coworkpay.platform.problem.contract;

import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// The forms of times. A local time has no offset, so it is none of RFC 3339's; and the examples that come with the
/// forms are dates to some readers of YAML.
final class Times {

    private static final String LOCAL = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?";

    private Times() {}

    static void describeIn(OpenAPI contract) {
        Map<String, Schema> forms = contract.getComponents().getSchemas();
        for (String name : new String[] {"Instant", "LocalDate", "LocalDateTime"}) {
            if (forms.containsKey(name)) {
                forms.get(name).setExamples(null);
            }
        }
        if (forms.containsKey("LocalDateTime")) {
            forms.get("LocalDateTime").format(null).pattern(LOCAL).description("A time without an offset");
        }
    }
}
