package com.coworkpay.integration;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.platform.problem.ProblemType;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What can be wrong when a location is connected and set up. Each says to the administrator what to do.
public enum IntegrationProblem implements ProblemType {
    /// The text given as key begins with the header's prefix.
    KEY_WITH_PREFIX(400),
    MALFORMED_KEY(400),
    MALFORMED_CID(400),
    UNKNOWN_PAYABLE_TYPE(400),
    CONFIRMATION_NEEDED(400),
    MALFORMED_IF_MATCH(400),
    /// A name that java.time knows and IANA does not.
    ZONE_NOT_ACCEPTED(400),
    TEST_CID_NOT_ALLOWED(422),
    WRONG_KEY(422),
    WRONG_CID(422),
    SITE_DOMAIN_NOT_REGISTERED(422),
    ONLINE_PAYMENT_NOT_ENABLED(422),
    SERVER_ADDRESS_NOT_ALLOWED(422),
    /// The merchant's calls of the day are used up.
    KAKAOPAY_QUOTA_EXCEEDED(503),
    KAKAOPAY_NOT_REACHABLE(503),
    KAKAOPAY_UNEXPECTED_ANSWER(502),
    NOT_CONNECTED(409),
    /// Somebody else changed the location while KakaoPay was being asked.
    CHANGED_MEANWHILE(409),
    /// `If-Match` names another version than the present one.
    VERSION_MISMATCH(412);

    private final int status;

    IntegrationProblem(int status) {
        this.status = status;
    }

    /// @param field where it was named
    public static ProblemException unknownPayableType(String field) {
        return ProblemException.of(UNKNOWN_PAYABLE_TYPE)
                .field(field)
                .with(
                        "types",
                        Arrays.stream(PayableType.values()).map(Enum::name).collect(Collectors.joining(", ")));
    }

    @Override
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String bundle() {
        return "problems/integration";
    }
}
